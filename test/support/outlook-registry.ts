/** UTF-16LE with its zero character, as Outlook stores texts. */
const utf16 = (text: string) => Buffer.from(`${text}\0`, 'utf16le');

/** Text as `reg query` prints binary values. */
export const printedBinary = (text: string): string => utf16(text).toString('hex').toUpperCase();

/** Text as `reg export` writes it: 25 bytes a line, more in the lines below. */
export function exportedBinary(text: string): string {
  const bytes = [...utf16(text)].map((byte) => byte.toString(16).padStart(2, '0'));
  const lines = [];
  for (let at = 0; at < bytes.length; at += 20) lines.push(bytes.slice(at, at + 20).join(','));
  return `hex:${lines.join(',\\\r\n  ')}`;
}

const profiles = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles';
const manager = '9375CFF0413111d3B88A00104B2A6676';

/** A password's bytes as they look in a registry: the mark, then a DPAPI blob. A test looks for them everywhere afterwards. */
export const passwordHex = '0201000000D08C9DDF0115D1118C7A00C04FC297EB';

/** `reg query` of Outlook 2016 and later, German Windows: an IMAP account with STARTTLS, the address book, an Exchange account. */
export const queriedOutlook2016 = `
${profiles}
    (Standard)    REG_SZ    

${profiles}\\Outlook
    000b0463    REG_BINARY    02000000

${profiles}\\Outlook\\${manager}
    {ED475418-B0D6-11D2-8C3B-00104B2A6676}    REG_BINARY    0200000003000000
    NextAccountID    REG_DWORD    0x5

${profiles}\\Outlook\\${manager}\\00000001
    clsid    REG_SZ    {ED475420-B0D6-11D2-8C3B-00104B2A6676}
    Account Name    REG_BINARY    ${printedBinary('Outlook-Adressbuch')}

${profiles}\\Outlook\\${manager}\\00000002
    clsid    REG_SZ    {ED475412-B0D6-11D2-8C3B-00104B2A6676}
    Mini UID    REG_DWORD    0x4b1a5d
    Account Name    REG_BINARY    ${printedBinary('you@example.org')}
    Display Name    REG_BINARY    ${printedBinary('Jürgen Müller')}
    Email    REG_BINARY    ${printedBinary('you@example.org')}
    IMAP Server    REG_BINARY    ${printedBinary('imap.example.org')}
    IMAP User    REG_BINARY    ${printedBinary('you@example.org')}
    IMAP Port    REG_DWORD    0x3e1
    IMAP Use SSL    REG_DWORD    0x1
    IMAP Password    REG_BINARY    ${passwordHex}
    SMTP Server    REG_BINARY    ${printedBinary('mail.example.org')}
    SMTP Port    REG_DWORD    0x24b
    SMTP Use SSL    REG_DWORD    0x1
    SMTP Secure Connection    REG_DWORD    0x2
    SMTP Use Auth    REG_DWORD    0x1
    SMTP Password    REG_BINARY    ${passwordHex}

${profiles}\\Outlook\\${manager}\\0000000a
    clsid    REG_SZ    {ED475414-B0D6-11D2-8C3B-00104B2A6676}
    Account Name    REG_BINARY    ${printedBinary('work@corp.example')}
    Email    REG_BINARY    ${printedBinary('work@corp.example')}

`.replaceAll('\n', '\r\n');

/** `reg query` of Outlook 2010, which keeps texts as such: POP3, port 25 because none is written, no encryption, its own login. */
export const queriedOutlook2010 = `
HKEY_CURRENT_USER\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Windows Messaging Subsystem\\Profiles\\Perfil de correo\\${manager}\\00000003
    clsid    REG_SZ    {ED475411-B0D6-11D2-8C3B-00104B2A6676}
    Account Name    REG_SZ    Casa
    Email    REG_SZ    yo@example.net
    POP3 Server    REG_SZ    pop.example.net
    POP3 User    REG_SZ    yo
    POP3 Password    REG_BINARY    ${passwordHex}
    SMTP Server    REG_SZ    smtp.example.net
    SMTP Use Auth    REG_DWORD    0x1
    SMTP Auth Method    REG_DWORD    0x1
    SMTP User    REG_SZ    yo-smtp
`.replaceAll('\n', '\r\n');

/** The account of `queriedOutlook2016` as `reg export` writes it, decoded. */
export const exportedOutlook = `\ufeffWindows Registry Editor Version 5.00

[${profiles}\\Outlook\\${manager}\\00000002]
"clsid"="{ED475412-B0D6-11D2-8C3B-00104B2A6676}"
"Account Name"=${exportedBinary('you@example.org')}
"Display Name"=${exportedBinary('Jürgen Müller')}
"Email"=${exportedBinary('you@example.org')}
"IMAP Server"=${exportedBinary('imap.example.org')}
"IMAP User"="you@example.org"
"IMAP Port"=dword:000003e1
"IMAP Use SSL"=dword:00000001
"IMAP Password"=hex:02,01,00,00,00,d0,8c,9d,df,01,15,d1,11,8c,7a,00,c0,4f,c2,\\
  97,eb
"SMTP Server"=${exportedBinary('mail.example.org')}
"SMTP Port"=dword:0000024b
"SMTP Secure Connection"=dword:00000002
"SMTP Use Auth"=dword:00000001

[-HKEY_CURRENT_USER\\Software\\Gone]
"Email"="gone@example.org"
`.replaceAll(/\r?\n/g, '\r\n');
