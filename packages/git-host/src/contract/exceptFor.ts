// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Reasons by the name of the test, as it is written in the contract. */
export type Exceptions = Record<string, string>;

/** The `it` of a contract: tests with an exception are run all the same, and have to fail. */
export function exceptFor(exceptions: Exceptions): jest.It {
  const named = (name: string) =>
    Object.hasOwn(exceptions, name)
      ? { it: test.failing, title: `${name} (not here: ${exceptions[name]})` }
      : { it: test, title: name };
  const single = (name: string, body?: jest.ProvidesCallback) => {
    const { it, title } = named(name);
    it(title, body);
  };
  const each =
    (...cases: [never]) =>
    (name: string, body: never) => {
      const { it, title } = named(name);
      it.each(...cases)(title, body);
    };
  return Object.assign(single, { each }) as unknown as jest.It;
}
