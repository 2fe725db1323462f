import { unbroken } from './unbroken.ts';

type AdviceProps = { readonly lines: readonly string[]; readonly isInTurn?: boolean };

/** Sentences that say what to do: one after the other, or any of them. */
export function AdviceList({ lines, isInTurn = false }: AdviceProps) {
  const items = lines.map((sentence) => <li key={sentence}>{unbroken(sentence)}</li>);
  return isInTurn ? <ol className="advice">{items}</ol> : <ul className="advice">{items}</ul>;
}
