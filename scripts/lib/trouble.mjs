// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Something that a person has to put right: what is wrong, and what to do about it. */
export class Trouble extends Error {
  constructor(message, remedy) {
    super(message);
    this.name = 'Trouble';
    this.remedy = remedy;
  }
}
