// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

interface Person {
  name: string;
  email: string;
}

/** A commit as git stores it; every text in it was checked to be one line, but for the message, which is the rest. */
export function commitObject(options: {
  treeSha: string;
  parents: string[];
  author: Person;
  committer: Person;
  at: Date;
  message: string;
}): Buffer {
  const { treeSha, parents, author, committer, at, message } = options;
  const seconds = Math.floor(at.getTime() / 1000);
  const line = ({ name, email }: Person) =>
    `${name.trim()} <${email.trim()}> ${seconds} +0000`;
  const headers = [
    `tree ${treeSha}`,
    ...parents.map(parent => `parent ${parent}`),
    `author ${line(author)}`,
    `committer ${line(committer)}`,
  ];
  return Buffer.from(`${headers.join('\n')}\n\n${message}`);
}
