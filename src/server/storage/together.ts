/**
 * While a statement is on its way the next one gathers: each costs the same for few questions as for many. A second one
 * goes beside it only where as many wait as make a good statement of their own.
 */
const mostOnTheWay = 2;
const worthASecond = 32;
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
  #waiting: Waiting<Question, Answer>[] = [];
  #onTheWay = 0;
  #isPlanned = false;

  constructor(find: (questions: readonly Question[]) => Promise<readonly Answer[]>) {
    this.#find = find;
  }

  ask(question: Question): Promise<Answer> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ question, answer, fail });
      this.#plan();
    });
  }

  /** After this turn of the event loop, in which other requests may have arrived. */
  #plan(): void {
    if (this.#isPlanned || this.#waiting.length < this.#least()) return;
    this.#isPlanned = true;
    setImmediate(() => {
      this.#isPlanned = false;
      this.#onTheWay += 1;
      void this.#send(this.#waiting.splice(0, mostTogether)).finally(() => {
        this.#onTheWay -= 1;
        this.#plan();
      });
      this.#plan();
    });
  }

  /** How many must wait for a statement to be sent now. */
  #least(): number {
    if (this.#onTheWay === 0) return 1;
    return this.#onTheWay < mostOnTheWay ? worthASecond : Infinity;
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
