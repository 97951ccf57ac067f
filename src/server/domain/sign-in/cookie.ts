/** The session's cookie: over https bound to this host alone. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-kvarter' : 'kvarter')
