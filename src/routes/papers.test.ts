import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Content } from '#server/domain/publications/content.ts'
import { openLog } from '#server/platform/log/log.ts'
import { setRuntime, type Runtime } from '#server/platform/runtime.ts'
import { readSettings } from '#server/platform/settings/settings.ts'
import { editionFile, filesOf } from './papers.ts'

const { render } = vi.hoisted(() => ({ render: vi.fn() }))
vi.mock('#ui/paper/outputs.ts', () => ({ render }))

const content = {} as Content
const stamp = { number: 1, sha256: 'x' }

beforeEach(() => {
  setRuntime({ settings: readSettings({}), log: openLog('silent') } as Runtime)
  render
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
    render.mockImplementation((format: string) =>
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
    const edition = { id: 'a', content, ...stamp }
    await Promise.all(Array.from({ length: 50 }, () => editionFile(edition, 'pdf')))
    await editionFile(edition, 'pdf')
    expect(render).toHaveBeenCalledTimes(1)
  })
})
