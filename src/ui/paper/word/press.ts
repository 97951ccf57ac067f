/** The process that writes one paper and ends. */
import { receive, send } from '../printing/frames.ts'
import type { Paper } from '../paper.ts'
import { writtenPaper } from './document.ts'
import type { PhotoBytes } from './photos.ts'
import type { Words } from './words.ts'

export type Asked = { paper: Paper; words: Words; origin: string }
export type SentPhoto = PhotoBytes & { id: string }

const [{ paper, words, origin }, ...sent] = (await receive(process.stdin)) as [Asked, ...SentPhoto[]]
const photos = new Map(sent.map((photo) => [photo.id, photo]))
await send(process.stdout, await writtenPaper(paper, { words, origin, photos }))
