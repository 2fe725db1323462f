import { broughtBy } from '../../shared/explain/suspicion.ts';
import type { CheckInput } from '../../shared/model/check.ts';
import { say } from '../../shared/text/index.ts';

/**
 * A check's input with what the words of a mail program bring into it. What the person said in a field of its own wins over what a text
 * shows. In practice no server that it names is there to be asked. Loaded when somebody has such words: the rules of explaining are large.
 */
export function withErrorText(
  input: CheckInput,
  text: string,
  { isPractice = false }: { readonly isPractice?: boolean } = {},
): CheckInput {
  const { suspicion, current } = broughtBy(text, say);
  return {
    ...input,
    ...(suspicion && { suspicion }),
    ...(current && !input.current && !isPractice && { current }),
  };
}
