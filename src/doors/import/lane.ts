/**
 * A line of files that wait for the same work: one is worked on at a time, the others in the order in which they came.
 * What goes wrong with one is told and holds up none of the others.
 */
export type LaneWork = {
  /** Works on one file until it is done or the signal is given. */
  readonly work: (id: string, signal: AbortSignal) => Promise<void>;
  readonly failed: (error: unknown) => void;
  /** Called when a file is through, however it ended. */
  readonly ended: (id: string) => void;
};

/** One line of files. */
export class Lane {
  private waiting: string[] = [];
  private now: string | undefined;
  private control = new AbortController();
  private done: Promise<void> = Promise.resolve();
  private closed = false;
  private readonly how: LaneWork;

  constructor(how: LaneWork) {
    this.how = how;
  }

  /** Puts a file at the end of the line, unless it is in it. */
  enter(id: string): void {
    if (!this.has(id)) this.waiting.push(id);
    this.next();
  }

  /** True while a file waits or is worked on. */
  has(id: string): boolean {
    return this.now === id || this.waiting.includes(id);
  }

  /** True while a file is worked on. */
  worksOn(id: string): boolean {
    return this.now === id;
  }

  /** Takes a file out: out of the line, or off the work, which has ended when this returns. */
  async leave(id: string): Promise<void> {
    this.waiting = this.waiting.filter((one) => one !== id);
    if (this.now !== id) return;
    this.control.abort();
    await this.done;
  }

  /** Stops the work and begins no other. */
  async close(): Promise<void> {
    this.closed = true;
    this.control.abort();
    await this.done;
  }

  private next(): void {
    const id = this.closed || this.now !== undefined ? undefined : this.waiting.shift();
    if (id === undefined) return;
    this.now = id;
    this.control = new AbortController();
    this.done = this.how
      .work(id, this.control.signal)
      .catch(this.how.failed)
      .finally(() => {
        this.how.ended(id);
        this.now = undefined;
        this.next();
      });
  }
}
