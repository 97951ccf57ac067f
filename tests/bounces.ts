type Wanted = { action?: string; status?: string; part?: string; head?: string }

const returned = (messageId: string) =>
  `Content-Type: message/rfc822

Received: by post.example
From: Kvarter <kvarter@kvarter.example>
To: borta@bostader.example
Subject: Hej
Message-ID: <${messageId}>

Hej!`

/** A delivery status notification about the mail with that Message-ID, as mail servers write them (RFC 3464). */
export const bounceOf = (
  messageId: string,
  {
    action = 'failed',
    status = '5.1.1',
    part = returned(messageId),
    head = 'X-Loop: post.example'
  }: Wanted = {}
): string =>
  `Return-Path: <>
From: MAILER-DAEMON@post.example
To: kvarter@kvarter.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <own@post.example>
${head}
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="=_mark/1"

This is a MIME-encapsulated message.

--=_mark/1
Content-Type: text/plain; charset=utf-8

I'm sorry to have to inform you that your message could not be delivered.

--=_mark/1
Content-Type: message/delivery-status

Reporting-MTA: dns; post.example
X-Queue-ID: 4F2

Final-Recipient: rfc822; borta@bostader.example
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.bostader.example
Diagnostic-Code: smtp; 550 5.1.1 <borta@bostader.example>: no such user

--=_mark/1
${part}

--=_mark/1--
`
