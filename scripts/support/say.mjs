/** Our own words go to standard error: standard output belongs to the program that was asked for. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Ends the script with one sentence that says what to do. */
export function refuse(sentence, exitCode = 2) {
  say(sentence);
  process.exit(exitCode);
}
