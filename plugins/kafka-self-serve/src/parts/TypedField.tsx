// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { SearchField, TextField } from '@backstage/ui';
import { useDelayedText } from '@fairway/requests-react';

/** After the last letter; longer than quick typists pause between two. */
const TYPING_MS = 120;

/** What is typed stays here until somebody pauses: letters appear at once, and the page asks once. */
export const TypedField = (props: {
  label: string;
  placeholder?: string;
  /** A search field has its label for screen readers alone. */
  isSearch?: boolean;
  value: string;
  onChange: (value: string) => void;
}) => {
  const { label, placeholder, isSearch, value, onChange } = props;
  const [typed, setTyped] = useDelayedText(value, onChange, {
    delayMs: TYPING_MS,
  });
  const shared = { placeholder, value: typed, onChange: setTyped };
  return isSearch ? (
    <SearchField aria-label={label} {...shared} />
  ) : (
    <TextField label={label} {...shared} />
  );
};
