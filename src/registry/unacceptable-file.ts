/** Why an ecosystem refuses a file: one sentence saying what was wrong with this file and what would be right. */
export class UnacceptableFile extends Error {
  override readonly name = 'UnacceptableFile';
}
