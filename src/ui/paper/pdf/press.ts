/** The process that sets one paper and ends. */
import { receive, send } from '../printing/frames.ts'
import { openTypesetting, type Job } from './typesetting.ts'

export type Asked = Pick<Job, 'sheet' | 'svgs'>
export type SentPhoto = { id: string; content: Uint8Array }

const [asked, ...photos] = (await receive(process.stdin)) as [Asked, ...SentPhoto[]]
const typeset = openTypesetting()
await send(
  process.stdout,
  typeset({ ...asked, photos: new Map(photos.map(({ id, content }) => [id, content])) })
)
