/** A message in a folder of the practice mailbox. */
export type Kept = { readonly uid: number; readonly lines: readonly string[] };

export type FolderName = 'INBOX' | 'Junk';

/** Where the practice network's message goes after the server has taken it. */
export type Delivery = 'inbox' | 'junk' | 'bounce' | 'nowhere';

/** The one mailbox of a practice network, in memory: what its submission server takes, its IMAP server shows. */
export type PostOffice = {
  /** Takes the lines of a message, without the final dot. */
  take(lines: readonly string[], delivery: Delivery): void;
  messages(folder: FolderName): readonly Kept[];
  nextUid(folder: FolderName): number;
};

/** An honest server keeps more; practice needs one. */
const mostKept = 50;

export function postOffice(name: string): PostOffice {
  const folders: Record<FolderName, Kept[]> = { INBOX: [], Junk: [] };
  let lastUid = 100;
  const put = (folder: FolderName, lines: readonly string[]) => {
    lastUid += 1;
    folders[folder].push({ uid: lastUid, lines });
    if (folders[folder].length > mostKept) folders[folder].shift();
  };
  return {
    take(lines, delivery) {
      if (delivery === 'inbox')
        put('INBOX', [`Authentication-Results: ${name}; spf=pass; dkim=pass; dmarc=pass`, ...lines]);
      if (delivery === 'junk')
        put('Junk', [`Authentication-Results: ${name}; spf=none; dkim=none; dmarc=none`, ...lines]);
      if (delivery === 'bounce') put('INBOX', bounceOf(name, lines));
    },
    messages: (folder) => folders[folder],
    nextUid: () => lastUid + 1,
  };
}

/** A delivery status notification: RFC 3464. */
function bounceOf(name: string, lines: readonly string[]): string[] {
  const headers = lines.slice(0, lines.indexOf(''));
  const boundary = 'practice-bounce';
  return [
    `From: Mail Delivery System <MAILER-DAEMON@${name}>`,
    'Subject: Undelivered Mail Returned to Sender',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain',
    '',
    `This is the mail system at ${name}. Your message could not be delivered.`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${name}`,
    '',
    'Final-Recipient: rfc822; you@practice.example',
    'Action: failed',
    'Status: 5.2.2',
    'Diagnostic-Code: smtp; 552 5.2.2 The mailbox is full',
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    ...headers,
    '',
    `--${boundary}--`,
  ];
}
