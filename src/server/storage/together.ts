/**
 * Two statements are on their way at most, each with half of those who ask: while the database works on the one, this
 * process tells the answers of the other. A statement costs the same for few questions as for many, so a half is never
 * less than `least`, and a second statement goes once half of its share waits.
 */
const mostOnTheWay = 2;
const usualLeast = 8;
const mostTogether = 100;

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Answers questions that arrive at the same time with one statement. Nothing is remembered: a question waits for a
 * statement that starts after it, so what ended before it was asked is never answered.
 */
export class Together<Question, Answer> {
  /** Gives an answer for each question, in their order. */
  readonly #find: (questions: readonly Question[]) => Promise<readonly Answer[]>;
  readonly #least: number;
  #waiting: Waiting<Question, Answer>[] = [];
  #statements = 0;
  /** In the statements on their way. */
  #questions = 0;
  /**
   * How many asked at the same time lately. Who was just told asks again in a moment: counting only who is here now would
   * make each statement smaller than the last. It falls by one with each statement, as people leave.
   */
  #crowd = 0;
  #isPlanned = false;

  constructor(find: (questions: readonly Question[]) => Promise<readonly Answer[]>, least: number = usualLeast) {
    this.#find = find;
    this.#least = least;
  }

  ask(question: Question): Promise<Answer> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ question, answer, fail });
      this.#plan();
    });
  }

  /** After this turn of the event loop, in which other requests may have arrived. */
  #plan(): void {
    if (this.#isPlanned || !this.#isTime()) return;
    this.#isPlanned = true;
    setImmediate(() => {
      this.#isPlanned = false;
      this.#crowd = Math.max(this.#crowd - 1, this.#waiting.length + this.#questions);
      const together = this.#waiting.splice(0, this.#share());
      this.#statements += 1;
      this.#questions += together.length;
      void this.#send(together).finally(() => {
        this.#statements -= 1;
        this.#questions -= together.length;
        this.#plan();
      });
      this.#plan();
    });
  }

  /** Nobody waits for others where nothing is on its way. */
  #isTime(): boolean {
    if (this.#statements === 0) return this.#waiting.length > 0;
    return this.#statements < mostOnTheWay && this.#waiting.length >= this.#share() / 2;
  }

  /** How many make a statement. */
  #share(): number {
    return Math.min(mostTogether, Math.max(this.#least, Math.ceil(this.#crowd / mostOnTheWay)));
  }

  async #send(waiting: readonly Waiting<Question, Answer>[]): Promise<void> {
    try {
      const answers = await this.#find(waiting.map(({ question }) => question));
      for (const [index, one] of waiting.entries()) {
        const answer = answers[index];
        if (answer === undefined) one.fail(new Error("A question was left without an answer"));
        else one.answer(answer);
      }
    } catch (error) {
      for (const { fail } of waiting) fail(error);
    }
  }
}
