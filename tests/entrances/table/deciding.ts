import { newId } from '#server/platform/db/ids.ts'
import type { Known } from '../known.ts'
import { doneBy, doneUnseenBy, everyone, nobody, openTo, seenBy, type Expected } from '../roles.ts'
import { fieldsOf, type Body, type Table } from './case.ts'

const inside = ['reader', 'coordinator', 'administrator'] as const
/** It was there for all: they are told that it is so no more. */
const gone: Expected = { ...seenBy(...inside), visitor: 410, party: 410, other: 410, elsewhere: 410 }

/** On a report that waits for a decision: it is seen by those who read the collaboration whole. */
const onWaiting = (action: string, body: (known: Known) => Body): Table => ({
  [`POST /(site)/publications/[slug]?/${action}`]: {
    path: `/rapporter/for-beslut?/${action}`,
    body,
    gets: { ...doneUnseenBy('coordinator', 'administrator'), reader: 403 }
  }
})

/** A report on its way to its readers: sent, decided, published, withdrawn; and the files it is frozen as. */
export const deciding: Table = {
  'GET /(site)/decisions': [
    { path: '/beslut', gets: everyone },
    { path: '/en/decisions?nummer=%C2%A7+4', gets: everyone },
    { path: ({ decision }) => `/beslut?beslut=${decision.id}`, gets: everyone }
  ],
  'GET /(site)/publications/[slug].[format=format]': [
    { path: ({ published }) => `/rapporter/${String(published['slug'])}.html`, gets: everyone },
    { path: '/rapporter/publicerad.pdf', gets: everyone },
    { path: '/rapporter/publicerad.docx', gets: everyone },
    { path: '/rapporter/tillbakadragen.pdf', gets: gone },
    { path: '/rapporter/utkast.html', gets: seenBy(...inside) },
    { path: '/rapporter/publicerad.html?utkast', gets: seenBy(...inside) },
    { path: '/rapporter/finns-inte.pdf', gets: nobody }
  ],
  'GET /(site)/publications/[slug]/editions/[number].[format=format]': [
    { path: '/rapporter/publicerad/utgava/1.docx', gets: everyone },
    { path: '/rapporter/for-beslut/utgava/1.pdf', gets: seenBy(...inside) },
    { path: '/rapporter/tillbakadragen/utgava/1.html', gets: gone },
    { path: '/rapporter/publicerad/utgava/2.pdf', gets: nobody },
    { path: '/rapporter/publicerad/utgava/x.pdf', gets: nobody }
  ],
  'GET /(site)/publications/[slug]/editions/[number].zip': {
    path: '/rapporter/publicerad/utgava/1.zip',
    gets: openTo('coordinator', 'administrator')
  },
  ...onWaiting('send', () => ({ number: '2' })),
  ...onWaiting('publishEdition', () => ({ edition: '1' })),
  ...onWaiting('keepUnpublished', () => ({ edition: '1' })),
  ...onWaiting('sendBack', () => ({ edition: '1', reason: 'Mer om skolan' })),
  ...onWaiting('addDecision', () => ({
    ...{ id: newId(), edition: '1', kind: 'decision', body: 'Nämnden', reach: 'public' }
  })),
  ...onWaiting('changeDecision', ({ onEdition }) => ({
    ...fieldsOf(onEdition, 'kind', 'reach', 'version'),
    decision: onEdition.id,
    body: 'En annan nämnd'
  })),
  ...onWaiting('moveDecision', ({ onEdition }) => ({
    ...{ decision: onEdition.id, edition: '1', direction: 'up', position: '0' }
  })),
  ...onWaiting('removeDecision', ({ onEdition }) => ({ decision: onEdition.id })),
  'POST /(site)/publications/[slug]?/withdraw': {
    path: '/rapporter/publicerad?/withdraw',
    body: () => ({ edition: '1', reason: 'En siffra var fel' }),
    gets: doneBy('coordinator', 'administrator')
  }
}
