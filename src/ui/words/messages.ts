import './locale.ts'

export { m } from './generated/messages.js'
