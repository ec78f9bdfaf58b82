// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** How git writes down who and when: `Name <mail> <seconds> +0000`. */
export function personLine(
  person: { name: string; email: string },
  at: Date,
): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `${person.name.trim()} <${person.email.trim()}> ${seconds} +0000`;
}
