// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** One entry of an error catalogue. @public */
export interface ErrorDefinition {
  /** A class of `@backstage/errors`: it decides the HTTP status. */
  type: new (message: string) => Error;
  /**
   * What happened, with the offending value in quotes, and the next step;
   * `{name}` stands for a value.
   */
  message: string;
  /** For the documentation, in Markdown, where it adds to the message: how one comes to this. */
  cause?: string;
  /** For the documentation, in Markdown, where it adds to the message: what to do. */
  remedy?: string;
}

/** A closed list of errors by their stable, kebab-case codes. @public */
export type ErrorCatalogue = Readonly<Record<string, ErrorDefinition>>;

/** What an error carries beside its code; all but the cause travel in the response body. @public */
export interface ErrorExtras {
  /** For whoever debugs: neither in the message nor in the response body. */
  cause?: unknown;
  /** From 1. */
  line?: number;
  /** From 1. */
  column?: number;
  /** For programs: whatever JSON can hold. */
  details?: unknown;
}

/** An error with its stable code, which travels as `error.code` in the response body. @public */
export type CodedError<TCode extends string = string> = Error &
  Omit<ErrorExtras, 'cause'> & { code: TCode };

/** The names of the `{name}` placeholders of a message; braces around several words are text. @public */
export type PlaceholderOf<TMessage extends string> =
  TMessage extends `${string}{${infer TName}}${infer TRest}`
    ?
        | (TName extends `${string} ${string}` ? never : TName)
        | PlaceholderOf<TRest>
    : never;

/** The values that a message needs. @public */
export type ErrorValues<TMessage extends string> = Readonly<
  Record<PlaceholderOf<TMessage>, string | number>
>;

/** Makes an error of one catalogue: code, values for the message, and what else it carries. @public */
export type ErrorMaker<TCatalogue extends ErrorCatalogue> = <
  TCode extends keyof TCatalogue & string,
>(
  code: TCode,
  ...rest: [PlaceholderOf<TCatalogue[TCode]['message']>] extends [never]
    ? [values?: Readonly<Record<string, never>>, extras?: ErrorExtras]
    : [values: ErrorValues<TCatalogue[TCode]['message']>, extras?: ErrorExtras]
) => CodedError<TCode>;
