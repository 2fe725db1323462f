import { expect } from 'vitest';
import { aFolder, runProgram } from '../../support/program.ts';

/** Text with everything in it that means something in XML. */
export const xmlHostile = `a&b<c>"d'</x><!--]]>&amp;%`;

/** The real xmllint takes the text for well-formed XML, and finds no network or file to load for it. */
export async function expectWellFormed(text: string): Promise<void> {
  const path = await aFolder({ 'file.xml': text });
  const { status, stderr } = await runProgram('xmllint', ['--nonet', '--noout', path('file.xml')]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}
