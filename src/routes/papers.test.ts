import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Content } from '#server/domain/publications/content.ts'
import { openLog } from '#server/platform/log/log.ts'
import { setRuntime, type Runtime } from '#server/platform/runtime.ts'
import { readSettings } from '#server/platform/settings/settings.ts'
import { draftFile, editionFile, filesOf } from './papers.ts'
import { answerTo } from './refusing.ts'

const { print } = vi.hoisted(() => ({ print: vi.fn() }))
vi.mock('#ui/paper/printing/printing.ts', async (original) => ({ ...(await original<object>()), print }))
vi.mock('#server/domain/publications/editions/files.ts', async (original) => ({
  ...(await original<object>()),
  readFacts: () => Promise.resolve('{}')
}))

const content = {} as Content
const stamp = { number: 1, sha256: 'x' }
const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

beforeEach(() => {
  setRuntime({ settings: readSettings({}), log: openLog('silent') } as Runtime)
  print
    .mockReset()
    .mockImplementation((format: string) => Promise.resolve({ bytes: Buffer.from(format), told: [] }))
})

describe('the files of an edition', () => {
  test('are all three, one after another', async () => {
    const files = await filesOf(content, stamp)
    expect(
      Object.entries(files).map(([format, { bytes }]) => [format, Buffer.from(bytes).toString()])
    ).toEqual([
      ['html', 'html'],
      ['pdf', 'pdf'],
      ['docx', 'docx']
    ])
  })

  test('are none where one of them cannot be made, and whoever sent the form is told so', async () => {
    print.mockImplementation((format: string) =>
      format === 'pdf'
        ? Promise.reject(new Error('no'))
        : Promise.resolve({ bytes: Buffer.from(''), told: [] })
    )
    await expect(filesOf(content, stamp)).rejects.toMatchObject({ errors: { files: 'files_not_made' } })
  })

  test('are not begun on for ever by those who ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => filesOf(content, stamp)))
    const refused = asked.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(7)
    expect(refused[0]).toMatchObject({ reason: { errors: { files: 'files_busy' } } })
  })

  test('from before there were any are made once, however many ask', async () => {
    const edition = { id: 'a', ...stamp }
    await Promise.all(Array.from({ length: 50 }, () => editionFile(edition, 'pdf')))
    await editionFile(edition, 'pdf')
    expect(print).toHaveBeenCalledTimes(1)
  })
})

describe('a draft as a file', () => {
  test('is not made for those who went away while they waited, and the others have their turn', async () => {
    print.mockImplementation(() => soon().then(() => ({ bytes: Buffer.from('x'), told: [] })))
    const leaving = new AbortController()
    const first = draftFile(content, 'pdf')
    const gone = draftFile(content, 'pdf', leaving.signal)
    const last = draftFile(content, 'pdf')
    leaving.abort()
    await expect(gone).rejects.toMatchObject({ name: 'AbortError' })
    await Promise.all([first, last])
    expect(print).toHaveBeenCalledTimes(2)
  })

  test('is told as not to be had just now where too many wait', async () => {
    print.mockImplementation(() => soon().then(() => ({ bytes: Buffer.from('x'), told: [] })))
    const all = await Promise.allSettled(Array.from({ length: 14 }, () => draftFile(content, 'pdf')))
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [answerTo(one.reason)] : []))
    expect(refused).toEqual([{ status: 503, code: 'not_printed' }])
  })
})
