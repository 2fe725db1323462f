import { say } from '../../shared/text/index.ts';

/** Outlook's own words; they are not translated, because the person looks for them on the screen. */
const account = [
  ['Account Type:', 'IMAP', false],
  ['Incoming mail server:', 'imap.example.org', false],
  ['Outgoing mail server (SMTP):', 'mail.example.org', true],
] as const;
const advanced = [
  ['Incoming server (IMAP):', '993', false],
  ['Outgoing server (SMTP):', '25', true],
  ['Use the following type of encrypted connection:', 'None', true],
] as const;

/** A small drawing of the two windows in which Outlook keeps what it uses for sending. */
export function WhereInOutlook() {
  return (
    <div className="stack">
      <p>{say('wizard.where.text')}</p>
      <div className="windows" aria-hidden="true">
        <SmallWindow title="Change Account" rows={account} number="1" />
        <SmallWindow title="Internet Email Settings › Advanced" rows={advanced} number="2" />
      </div>
      <p className="quiet small">{say('wizard.where.other')}</p>
    </div>
  );
}

type SmallWindowProps = {
  readonly title: string;
  readonly number: string;
  readonly rows: readonly (readonly [label: string, value: string, isWanted: boolean])[];
};

function SmallWindow({ title, number, rows }: SmallWindowProps) {
  return (
    <div className="window">
      <div className="window-title">
        <span className="window-number">{number}</span>
        {title}
      </div>
      {rows.map(([label, value, isWanted]) => (
        <div key={label} className={isWanted ? 'window-row is-wanted' : 'window-row'}>
          <span>{label}</span>
          <span className="window-value">{value}</span>
        </div>
      ))}
    </div>
  );
}
