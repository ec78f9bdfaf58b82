// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Colours and other styles of a terminal, which only repeat what the words say. */
// eslint-disable-next-line no-control-regex
const STYLES = /\u001b\[[0-9;]*[A-Za-z]/g;

/** A line of a log without the styles of a terminal and the carriage return at its end. */
export const plainText = (text: string): string =>
  text.replace(STYLES, '').replace(/\r$/, '');
