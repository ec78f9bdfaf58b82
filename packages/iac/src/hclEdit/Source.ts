// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Span } from './types';

/** A text with what an editor asks about its lines. All offsets count UTF-16 code units. */
export class Source {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Offset where the line of an offset begins. */
  lineStart(at: number): number {
    return this.text.lastIndexOf('\n', at - 1) + 1;
  }

  /** White space that the line of an offset begins with. */
  indentAt(at: number): string {
    const start = this.lineStart(at);
    return /^[ \t]*/.exec(this.text.slice(start))![0];
  }

  /** True when nothing but white space stands before it on its line. */
  isFirstOnLine(at: number): boolean {
    return /^[ \t]*$/.test(this.text.slice(this.lineStart(at), at));
  }

  isOneLine({ start, end }: Span): boolean {
    return this.newlines(start, end) === 0;
  }

  newlines(start: number, end: number): number {
    return this.text.slice(start, end).split('\n').length - 1;
  }

  /** The line end that the lines round an offset have. */
  eolAt(at: number): string {
    const next = this.text.indexOf('\n', at);
    const newline = next >= 0 ? next : this.text.lastIndexOf('\n', at);
    return newline > 0 && this.text[newline - 1] === '\r' ? '\r\n' : '\n';
  }

  /** One level of indentation. */
  get unit(): string {
    return /^\t/m.test(this.text) ? '\t' : '  ';
  }

  /**
   * Where the next line begins, when behind an offset there are only white space, a comma and comments; at the end of
   * the text its length.
   */
  afterLine(at: number): number | undefined {
    const rest = /[ \t]*,?(?:[ \t]|\/\*[^]*?\*\/)*(?:(?:#|\/\/)[^\n]*)?/y;
    rest.lastIndex = at;
    const end = at + rest.exec(this.text)![0].length;
    if (end === this.text.length) return end;
    // The line of a comment ends with the carriage return in it.
    const newline = this.text.startsWith('\r\n', end) ? end + 1 : end;
    return this.text[newline] === '\n' ? newline + 1 : undefined;
  }

  /** True when the line that begins at an offset is blank, with its line end. */
  isBlankLine(start: number): boolean {
    return /^[ \t]*\r?\n/.test(this.text.slice(start));
  }

  /** Start of the blank line that ends where another line begins. */
  blankLineBefore(start: number): number | undefined {
    if (start === 0) return undefined;
    const before = this.lineStart(start - 1);
    return this.isBlankLine(before) ? before : undefined;
  }
}
