import { guessedChoice } from '../../shared/clients/choice.ts';

/** The program whose steps are shown: the one that was chosen or, as long as none was, what most people have on a computer like this one. */
export function chosenProgram(program: string): string {
  return guessedChoice({ program, system: navigator.userAgent }).program;
}
