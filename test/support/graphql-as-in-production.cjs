const { env } = require('node:process')

/**
 * graphql-js looks twice at whatever is not of a type it is asked about, unless it is told while it loads that this is
 * production. Everything else goes by the environment as it is.
 */
const { NODE_ENV } = env
env.NODE_ENV = 'production'
require('graphql/jsutils/instanceOf.js')
env.NODE_ENV = NODE_ENV
