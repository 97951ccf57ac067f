import { afterEach, beforeEach, expect, vi } from 'vitest'

/** What is said on the console in a test is something that went wrong and that no test asked for. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

afterEach(() => {
  const said = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls]
  vi.mocked(console.error).mockRestore()
  vi.mocked(console.warn).mockRestore()
  expect(said, 'said on the console').toEqual([])
})
