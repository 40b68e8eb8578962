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
    if (this.#isPlanned || !this.#isWorthSending()) return;
    this.#isPlanned = true;
    setImmediate(() => {
      this.#isPlanned = false;
      this.#sendNext();
    });
  }

  #isWorthSending(): boolean {
    if (this.#onTheWay === 0) return this.#waiting.length > 0;
    return this.#onTheWay < mostOnTheWay && this.#waiting.length >= worthASecond;
  }

  /** Before those are told who asked the last one: the database works while their answers are written. */
  #sendNext(): void {
    if (!this.#isWorthSending()) return;
    this.#onTheWay += 1;
    void this.#answered(this.#waiting.splice(0, mostTogether)).then((tell) =>
      setImmediate(() => {
        this.#onTheWay -= 1;
        this.#sendNext();
        tell();
      }),
    );
    this.#plan();
  }

  /** Waits for the answers; what it gives tells them. */
  async #answered(asked: readonly Waiting<Question, Answer>[]): Promise<() => void> {
    try {
      const answers = await this.#find(asked.map(({ question }) => question));
      return () => {
        for (const [index, one] of asked.entries()) {
          const answer = answers[index];
          if (answer === undefined) one.fail(new Error("A question was left without an answer"));
          else one.answer(answer);
        }
      };
    } catch (error) {
      return () => {
        for (const { fail } of asked) fail(error);
      };
    }
  }
}
