import type { ResultOf } from '../../shared/contract/contract.ts';
import { adviceAbout } from '../../shared/explain/advice.ts';
import { calledBy } from '../../shared/explain/called.ts';
import { explain } from '../../shared/explain/explain.ts';
import { isSeenByChecks } from '../../shared/explain/left-over.ts';
import { masked } from '../../shared/explain/masked.ts';
import { broughtBy } from '../../shared/explain/suspicion.ts';
import { beforeLogin } from '../../shared/model/act.ts';
import type { Cause, ExplanationItem } from '../../shared/model/explanation.ts';
import { say } from '../../shared/text/index.ts';

/** What somebody settles with their password. */
const ofPassword: readonly (Cause | undefined)[] = ['login-rejected', 'app-password-needed'];

/** So much of a message stands for all of it. */
const longestName = 60;

/** What an error text means, in words: the window has none for causes, and no more than the first meaning fits there. */
export function explainedForWindow(text: string): ResultOf<'explain.text'> {
  const { items, bounce } = explain(text, say);
  const [first] = items;
  // A message that came back names the servers that it passed.
  const uses = bounce === undefined ? broughtBy(text, say).current : undefined;
  const about = first && aboutOf(first);
  const name = nameOf(first, text);
  const isSeen = first?.causes.some(isSeenByChecks) ?? false;
  const [cause] = first?.causes ?? [];
  return {
    ...(first && { meaning: first.meaning }),
    // A notice that came back is called by what it says, not by its first header lines.
    ...(name !== undefined && { code: name }),
    causes: (first?.causes ?? []).map((cause) => say(`explain.cause.${cause}`)),
    ...(uses && { uses }),
    ...(about && { about }),
    isSeen,
    ...(cause && !isSeen && { advice: adviceAbout(cause).map((key) => say(key)) }),
    masked: masked(text, say),
  };
}

function nameOf(item: ExplanationItem | undefined, text: string): string | undefined {
  if (item?.code !== undefined) return item.code;
  return item && text.trim().length > longestName ? calledBy(item, longestName) : undefined;
}

function aboutOf({ causes, stage }: ExplanationItem): 'way' | 'password' | undefined {
  if (ofPassword.includes(causes[0])) return 'password';
  return stage !== undefined && beforeLogin.has(stage) ? 'way' : undefined;
}
