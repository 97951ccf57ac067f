import { render } from 'svelte/server'
import { expect, test } from 'vitest'
import Notice from '#ui/components/Notice.svelte'
import { unmarked } from './unmarked.ts'

test('a page is sent without the marks that only a script would ask for', () => {
  const { body } = render(Notice, { props: { kind: 'done', title: 'Klart <!--[--> ”]”' } })
  expect(body).toContain('<!--[')
  expect(unmarked(body)).not.toContain('<!--')
  expect(unmarked(body)).toContain('<p class="notice-title">Klart &lt;!--[-->')
})

test('what else stands in it stays', () => {
  const page = '<!doctype html><!--[--><p>a<!----> b<!--[-1--></p><!--]--><!-- c --><!--[d]-->'
  expect(unmarked(page)).toBe('<!doctype html><p>a b</p><!-- c --><!--[d]-->')
})
