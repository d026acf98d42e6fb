import { keyMetrics } from '@keymetrics/sdk/codegen'

export default keyMetrics({ documents: 'src/own-document.ts', output: 'src/key-metrics/' })
