import { useState } from 'react';
import { addresseeOf } from '../../shared/compare/addressee.ts';
import { compare } from '../../shared/compare/compare.ts';
import type { NetworkRelation } from '../../shared/compare/comparison.ts';
import { inOrderOfTime } from '../../shared/compare/in-order-of-time.ts';
import { isSameCheck } from '../../shared/compare/same-check.ts';
import { isSameSubject } from '../../shared/compare/same-subject.ts';
import { comparisonIn } from '../../shared/compare/words.ts';
import { maskedReport } from '../../shared/judge/masked-report.ts';
import { attemptsFromObservations } from '../../shared/ledger/attempts.ts';
import { inUtc } from '../../shared/letter/attempts.ts';
import { type Beside, letterTo } from '../../shared/letter/letter.ts';
import { recipients } from '../../shared/letter/recipients.ts';
import { type Sheet, sheetHtml, sheetOf, sheetText, type Together } from '../../shared/letter/sheet.ts';
import { provenRecommendation } from '../../shared/model/proven-login.ts';
import { addressIn, type Report } from '../../shared/model/report.ts';
import { sawServers } from '../../shared/model/saw-servers.ts';
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
import { networkBetween, networksOf } from './network-between.ts';
import { PrintedSheet } from './printed-sheet.tsx';
import { SaveButton } from './save-report.tsx';
import './share.css';

const readers = [...recipients, 'helper'] as const;
type Reader = (typeof readers)[number];

/** Beside the course: what was found, for somebody who has no Postway. What names the person is said before anything leaves the window. */
export function ShareStep() {
  const newer = useWizard((state) => state.after ?? state.run.report);
  const before = useWizard((state) => state.before);
  const known = useWizard((state) => state.otherNetwork);
  const { report, other } = toTell(newer, before);
  const about = report?.startedAt ?? '';
  const [chosen, setReader] = useKeptChoice<Reader | null>('reader', about, null, isReader);
  const [isMasked, setMasked] = useKeptChoice('masked', about, true, (kept) => kept === false);
  const [copied, setCopied] = useState<boolean | null>(null);
  if (report === null) return null;
  const reader = chosen ?? addresseeOf(report.verdict.code) ?? 'helper';
  const asShown = (one: Report): Report => (isMasked ? maskedReport(one, say) : one);
  const shown = asShown(report);
  const network = other && networkBetween(report, other, known);
  const beside = other && { report: asShown(other), isOtherNetwork: network === 'other' };
  const together = beside && network && togetherOf(shown, beside.report, network);
  const sheet = sheetOf(shown, say, together);
  const text = textFor({ reader, report: shown, sheet, beside, withAddress: !isMasked });
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
          <Files report={shown} together={together} sheet={sheet} text={text} />
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

type ToTell = {
  readonly report: Report | null;
  /** The other one of two checks of the same servers. */
  readonly other: Report | null;
};

/** The report on the screen; of two, the one in which something failed, of such rather one that saw the mail servers. */
function toTell(newer: Report | null, before: Report | null): ToTell {
  if (newer === null || before === null) return { report: newer, other: null };
  const isBefore = weightOf(before) > weightOf(newer);
  const [report, other] = isBefore ? [before, newer] : [newer, before];
  const isAlike = isSameSubject(report, other) && !isSameCheck(report, other);
  return { report, other: isAlike && sawServers(other.verdict.code) ? other : null };
}

/** What follows from both, where something does. */
function togetherOf(one: Report, other: Report, network: NetworkRelation): Together | null {
  const [older, newer] = inOrderOfTime(one, other);
  const [first] = comparisonIn(compare(older, newer, network), say).findings;
  if (first === undefined || first.code === 'nothing-seen' || first.code === 'not-comparable') return null;
  return { older: older.startedAt, newer: newer.startedAt, headline: first.headline };
}

function weightOf({ verdict }: Report): number {
  if (verdict.severity !== 'problem') return 0;
  return sawServers(verdict.code) ? 2 : 1;
}

type Told = {
  readonly reader: Reader;
  readonly report: Report;
  readonly sheet: Sheet;
  readonly beside: Beside | null;
  readonly withAddress: boolean;
};

/** The letter, or the whole sheet where nothing failed that a letter could be about. */
function textFor({ reader, report, sheet, beside, withAddress }: Told): string {
  if (reader === 'helper') return sheetText(sheet);
  const letter = letterTo(reader, report, { say, withAddress, beside });
  if (!letter.ok) return sheetText(sheet);
  return `${say('sharing.subject', { subject: letter.value.subject })}\n\n${letter.value.text}`;
}

/** What names the person, and whether it is left out. */
function Personal({ report, isMasked }: { readonly report: Report; readonly isMasked: boolean }) {
  const { network } = report;
  const address = addressIn(report);
  const user = provenRecommendation(report)?.outgoing.username ?? '';
  const networks = networksOf(network);
  const things = [
    ...(address ? [say('sharing.thing.address', { address })] : []),
    ...(user !== '' && user !== address ? [say('sharing.thing.user', { user })] : []),
    ...(networks.length > 0 ? [say('sharing.thing.network', { network: networks })] : []),
  ];
  if (things.length === 0) return <p>{say('sharing.nothing-personal')}</p>;
  return <p role="status">{say(isMasked ? 'sharing.masked' : 'sharing.shown', { things })}</p>;
}

type FilesProps = {
  readonly report: Report;
  readonly together: Together | null;
  readonly sheet: Sheet;
  readonly text: string;
};

function Files({ report, together, sheet, text }: FilesProps) {
  const isDesktop = useWizard((state) => state.app?.isDesktop ?? false);
  const saveFile = useWizard((state) => state.saveFile);
  const saveSheet = useWizard((state) => state.saveSheet);
  const title = say('sharing.picture.title', { at: inUtc(Date.parse(report.startedAt)) });
  const picture = pictureOf(report, title);
  const ways = {
    text: () => saveFile({ fileName: 'postway-report.txt', mediaType: 'text/plain', text }),
    html: () => saveFile({ fileName: 'postway-report.html', mediaType: 'text/html', text: sheetHtml(sheet) }),
    ...(isDesktop ? { pdf: () => saveSheet({ report, together }) } : {}),
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
