import type { MarkToken, Token } from './lexer.ts';

/** What stands between two commas, or inside brackets. */
export interface Clause {
  readonly tokens: readonly Token[];
  /** Where the bracket opens around the clause, in the folded text; undefined outside brackets. */
  readonly bracket: number | undefined;
  /** What ends it. */
  readonly end: MarkToken['kind'];
}

export interface Sentence {
  readonly clauses: readonly Clause[];
  /** Whether an item begins with it: （一）, 二、. */
  readonly isItem: boolean;
}

/** No sentence that a person writes is longer; the cut keeps the work on any text linear. */
const longestClause = 300;

/** Groups tokens into sentences and clauses. What stands in brackets follows the clause that they interrupt. */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const splitter = new Splitter();
  for (const token of tokens) {
    splitter.take(token);
  }
  return splitter.finish();
}

class Splitter {
  readonly #sentences: Sentence[] = [];
  #clauses: Clause[] = [];
  #outer: Token[] = [];
  #inner: Token[] = [];
  #brackets: Clause[] = [];
  #depth = 0;
  #opened = 0;
  #isItem = false;

  take(token: Token): void {
    switch (token.kind) {
      case 'open':
        this.#open(token);
        return;
      case 'close':
        this.#close();
        return;
      case 'comma':
      case 'semicolon':
        this.#endClause(token.kind);
        return;
      case 'colon':
        this.#addColon(token);
        return;
      case 'stop':
        this.#endSentence();
        return;
      case 'item':
        this.#endSentence();
        this.#isItem = true;
        return;
      default:
        this.#add(token);
    }
  }

  #add(token: Token): void {
    const clause = this.#depth > 0 ? this.#inner : this.#outer;
    clause.push(token);
    if (clause.length >= longestClause) {
      this.#endClause('comma');
    }
  }

  /** 依申请公开方面：… announces a subject; 收到申请：10件 goes on. */
  #addColon(token: Token): void {
    const last = (this.#depth > 0 ? this.#inner : this.#outer).at(-1);
    if (last?.kind === 'word' && last.word.roles.has('topic.end')) {
      this.#endClause('colon');
    } else {
      this.#add(token);
    }
  }

  finish(): Sentence[] {
    this.#endSentence();
    return this.#sentences;
  }

  #open(token: Token): void {
    if (this.#depth === 0) {
      this.#opened = token.at;
    }
    this.#depth += 1;
  }

  #close(): void {
    if (this.#depth === 0) {
      return;
    }
    this.#depth -= 1;
    if (this.#depth === 0) {
      this.#endBracketClause('close');
    }
  }

  #endBracketClause(end: MarkToken['kind']): void {
    if (this.#inner.length > 0) {
      this.#brackets.push({ tokens: this.#inner, bracket: this.#opened, end });
      this.#inner = [];
    }
  }

  #endClause(end: MarkToken['kind']): void {
    if (this.#depth > 0 && end !== 'stop') {
      this.#endBracketClause(end);
      return;
    }
    if (this.#outer.length > 0 || this.#brackets.length > 0) {
      this.#clauses.push({ tokens: this.#outer, bracket: undefined, end }, ...this.#brackets);
      this.#outer = [];
      this.#brackets = [];
    }
  }

  /** An unclosed bracket ends with its sentence. */
  #endSentence(): void {
    this.#endBracketClause('stop');
    this.#depth = 0;
    this.#endClause('stop');
    if (this.#clauses.length > 0) {
      this.#sentences.push({ clauses: this.#clauses, isItem: this.#isItem });
      this.#clauses = [];
    }
    this.#isItem = false;
  }
}
