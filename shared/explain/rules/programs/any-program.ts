import { type Rule, rulesOf } from '../../rule.ts';

/** What more than one program says, or one of its own. */
export const anyProgramRules: readonly Rule[] = [
  // The message was sent; what failed is its copy among the sent ones.
  ...rulesOf(undefined, [
    [
      /(?:upload|append|cop[iy]|sav|stor|speicher|ablegen|kopier|enregistr|copie|guardar|copiar|salvar|保存)[^.]{0,60}["' ](?:sent(?: items| messages| mail)?|gesendete?(?: objekte| elemente| nachrichten)?|messages envoyés|éléments envoyés|enviados|elementos enviados|itens enviados|送信済み\S{0,8})["' ].{0,60}(?:fail|error|could not|couldn't|fehl|nicht|konnte|échou|impossible|error|no se|falh|não|失敗|できません)/i,
      'not-a-failure',
      ['not-a-send-failure'],
    ],
    [
      /(?:error|could ?n[o']t|could not|fail\w{0,4}|unable|problem) .{0,40}(?:sav|cop|stor)\w{1,4}\b.{0,40}\b(?:sent\b(?: folder| items| mail)?|gesendet)|\bcop(?:y|ies) .{0,60}(?:could not|couldn't|cannot|not) be (?:saved|stored|placed|put) .{0,20}\bsent\b|\bkeine kopie .{0,40}gesendet|\bkopie .{0,60}nicht .{0,30}gesendet|aucune copie .{0,60}envoyés|copie .{0,60}(?:n.a pas|pas) .{0,40}envoyés|no se (?:guardó|pudo guardar) .{0,40}copia .{0,40}enviados/i,
      'not-a-failure',
      ['not-a-send-failure'],
    ],
  ]),
  ...rulesOf('Mutt', [
    [
      /could not connect to \S{1,255} \(interrupted system call\)/i,
      'no-answer',
      ['submission-blocked', 'port-25-blocked', 'server-down'],
    ],
  ]),
  ...rulesOf(undefined, [
    [
      /(?:0x800ccc\w\w|smtp|e-?mails?)\b.{0,60}\b(?:cisco|pix|asa)\b|\b(?:cisco|pix|asa)\b.{0,40}(?:smtp|mail ?guard|esmtp|fixup)/i,
      'strange-answer',
      ['port-25-intercepted', 'starttls-stripped'],
    ],
  ]),
];
