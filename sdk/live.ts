export * from './generated/subscriptions.js'
export { type SocketClient, throughSocket } from './socket.js'
export type { SubscribeOptions, Subscription } from './subscribe.js'
