import { useState } from 'react';
import { createPortal } from 'react-dom';
import { addresseeOf } from '../../shared/compare/addressee.ts';
import { maskedReport } from '../../shared/judge/masked-report.ts';
import { attemptsFromObservations } from '../../shared/ledger/attempts.ts';
import { inUtc } from '../../shared/letter/attempts.ts';
import { letterTo } from '../../shared/letter/letter.ts';
import { recipients } from '../../shared/letter/recipients.ts';
import { type Sheet, sheetHtml, sheetOf, sheetText } from '../../shared/letter/sheet.ts';
import { addressIn, type Report } from '../../shared/model/report.ts';
import { say } from '../../shared/text/index.ts';
import { drawnPicture } from '../picture/drawn.ts';
import { asPng, asSvg } from '../picture/drawn-files.ts';
import { lanesOf, stoppedLanes } from '../picture/lanes.ts';
import { copyText } from '../ui/copy-button.tsx';
import { useKeptChoice } from '../ui/kept-choice.ts';
import { Scrolling } from '../ui/scrolling.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TickBox } from '../ui/tick-box.tsx';
import { useWizard } from '../wizard/context.ts';
import { reportFile } from '../wizard/report-file.ts';
import { Screen } from '../wizard/screen.tsx';
import type { WizardState } from '../wizard/state.ts';
import { SaveButton } from './save-report.tsx';
import './printed-page.css';
import './share.css';

const readers = [...recipients, 'helper'] as const;
type Reader = (typeof readers)[number];

/** Beside the course: what was found, for somebody who has no Postway. What names the person is said before anything leaves the window. */
export function ShareStep() {
  const report = useWizard(toTell);
  const about = report?.startedAt ?? '';
  const [chosen, setReader] = useKeptChoice<Reader | null>('reader', about, null, isReader);
  const [isMasked, setMasked] = useKeptChoice('masked', about, true, (kept) => kept === false);
  const [copied, setCopied] = useState<boolean | null>(null);
  if (report === null) return null;
  const reader = chosen ?? addresseeOf(report.verdict.code) ?? 'helper';
  const shown = isMasked ? maskedReport(report, say) : report;
  const sheet = sheetOf(shown, say);
  const text = textFor(reader, shown, sheet, !isMasked);
  const choose = (change: () => void) => {
    change();
    setCopied(null);
  };
  return (
    <Screen
      title={say('sharing.title')}
      lead={say('sharing.lead')}
      progress={say('sharing.progress')}
      forward={say('sharing.copy')}
      onContinue={() => {
        setCopied(null); // the same words twice are told twice
        void copyText(text).then(setCopied); // never rejects
      }}
      otherActions={
        <span role="status" className={copied === false ? 'field-problem' : 'quiet small'}>
          {copied === null ? '' : say(copied ? 'sharing.copied' : 'sharing.copy-failed')}
        </span>
      }
      below={
        <>
          <section className="stack">
            <h2>{say('sharing.text')}</h2>
            <Scrolling className="shared-text" label={say('sharing.text')}>
              {text}
            </Scrolling>
          </section>
          <Files report={shown} sheet={sheet} text={text} />
          <PrintedSheet sheet={sheet} />
        </>
      }
    >
      <SelectField
        id="reader"
        label={say('sharing.who')}
        options={readers.map((one) => ({
          value: one,
          label: say(`sharing.who.${one}`),
        }))}
        value={reader}
        onChange={(one) => choose(() => setReader(one))}
      />
      <div className="stack personal">
        <TickBox
          label={say('sharing.mask')}
          hint={say('sharing.mask-hint')}
          isTicked={isMasked}
          onChange={(ticked) => choose(() => setMasked(ticked))}
        />
        <Personal report={report} isMasked={isMasked} />
      </div>
    </Screen>
  );
}

function isReader(kept: unknown): boolean {
  return readers.some((one) => one === kept);
}

/** The report on the screen; of two, the one in which something failed. */
function toTell({ run: { report }, before }: Pick<WizardState, 'run' | 'before'>): Report | null {
  const isBefore = before?.verdict.severity === 'problem' && report?.verdict.severity !== 'problem';
  return isBefore ? before : report;
}

/** The letter, or the whole sheet where nothing failed that a letter could be about. */
function textFor(reader: Reader, report: Report, sheet: Sheet, withAddress: boolean): string {
  if (reader === 'helper') return sheetText(sheet);
  const letter = letterTo(reader, report, { say, withAddress });
  if (!letter.ok) return sheetText(sheet);
  return `${say('sharing.subject', { subject: letter.value.subject })}\n\n${letter.value.text}`;
}

/** What names the person, and whether it is left out. */
function Personal({ report, isMasked }: { readonly report: Report; readonly isMasked: boolean }) {
  const { recommendation, network } = report;
  const address = addressIn(report);
  const user = recommendation?.outgoing.username ?? '';
  const networks = [network?.ipv4, network?.ipv6].filter((one) => one !== undefined);
  const things = [
    ...(address ? [say('sharing.thing.address', { address })] : []),
    ...(user !== '' && user !== address ? [say('sharing.thing.user', { user })] : []),
    ...(networks.length > 0 ? [say('sharing.thing.network', { network: networks })] : []),
  ];
  if (things.length === 0) return <p>{say('sharing.nothing-personal')}</p>;
  return <p role="status">{say(isMasked ? 'sharing.masked' : 'sharing.shown', { things })}</p>;
}

type FilesProps = { readonly report: Report; readonly sheet: Sheet; readonly text: string };

function Files({ report, sheet, text }: FilesProps) {
  const isDesktop = useWizard((state) => state.app?.isDesktop ?? false);
  const saveFile = useWizard((state) => state.saveFile);
  const saveSheet = useWizard((state) => state.saveSheet);
  const title = say('sharing.picture.title', { at: inUtc(Date.parse(report.startedAt)) });
  const picture = pictureOf(report, title);
  const ways = {
    text: () => saveFile({ fileName: 'postway-report.txt', mediaType: 'text/plain', text }),
    html: () => saveFile({ fileName: 'postway-report.html', mediaType: 'text/html', text: sheetHtml(sheet) }),
    ...(isDesktop ? { pdf: () => saveSheet(report) } : {}),
    json: () => saveFile(reportFile(report)),
    ...(picture
      ? {
          svg: () => saveFile(asSvg(picture, title)),
          png: async () => saveFile(await asPng(picture)),
        }
      : {}),
  };
  return (
    <section className="stack">
      <h2>{say('sharing.files')}</h2>
      <div className="row shared-files">
        {(Object.keys(ways) as (keyof typeof ways)[]).map((one) => {
          const what = say(`sharing.file.${one}`);
          const save = ways[one];
          return (
            save && (
              <SaveButton
                key={one}
                save={save}
                label={what}
                name={say('sharing.file.name', { what })}
                isSmall
              />
            )
          );
        })}
        <button type="button" className="button button-small" onClick={() => window.print()}>
          {say('sharing.file.print')}
        </button>
      </div>
    </section>
  );
}

/** Null where no way to a mail server was tried. */
function pictureOf(report: Report, title: string) {
  const seen = lanesOf(attemptsFromObservations(report.observations), report.verdict);
  const lanes = report.interrupted ? stoppedLanes(seen) : seen;
  if (lanes.length === 0) return null;
  return drawnPicture(lanes, title, report.practice ? say('sharing.picture.practice') : null);
}

/** What comes out of the printer in place of this screen, as the PDF has it. */
function PrintedSheet({ sheet }: { readonly sheet: Sheet }) {
  const { words } = sheet;
  return createPortal(
    <div className="printed-page">
      <h1>{sheet.headline}</h1>
      {sheet.notes.map((note) => (
        <p key={note} className="printed-warning">
          <strong>{note}</strong>
        </p>
      ))}
      <p>{sheet.detail}</p>
      <Listed heading={words.advice} lines={sheet.advice} />
      <h2>{sheet.settings.length > 0 ? words.settings : words['no-settings']}</h2>
      {sheet.settings.map((line) => (
        <p key={line}>
          <strong>{line}</strong>
        </p>
      ))}
      <Listed heading={words.also} lines={sheet.also} />
      <h2>{words.attempts}</h2>
      {sheet.attempts.length === 0 && <p>{words['no-attempts']}</p>}
      <ul>
        {sheet.attempts.map(({ at, server, address, result }) => (
          <li key={`${at} ${server} ${address} ${result}`}>
            <bdi>
              {at} {server} {address}
            </bdi>{' '}
            <strong>{result}</strong>
          </li>
        ))}
      </ul>
      <p>{sheet.made}</p>
    </div>,
    document.body,
  );
}

function Listed({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
