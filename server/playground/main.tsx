import 'graphiql/graphiql.css'
import '@graphiql/react/style.css'
import '@graphiql/react/font/fira-code.css'
import '@graphiql/plugin-doc-explorer/style.css'
import '@graphiql/plugin-history/style.css'
import './styles/palette.css'
import './styles/page.css'
import './styles/status.css'
import './styles/ask-as.css'
import './styles/token.css'
import './styles/examples.css'
import './styles/editor.css'
import './styles/monaco.css'
import './styles/narrow.css'
import { createRoot } from 'react-dom/client'
import { rememberedCompany } from './identity.js'
import { Playground } from './playground.js'
import { fetchSession } from './session.js'
import { serveOwnWorkers } from './workers.js'

serveOwnWorkers()

const root = document.getElementById('root')
const session = await fetchSession(rememberedCompany(sessionStorage))
if (root !== null) createRoot(root).render(<Playground session={session} />)
