// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { SearchField, TextField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';

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
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;

  // Changed from elsewhere: cleared, or gone back.
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);

  useEffect(() => {
    if (typed === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = typed;
      tell.current(typed);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const shared = { placeholder, value: typed, onChange: setTyped };
  return isSearch ? (
    <SearchField aria-label={label} {...shared} />
  ) : (
    <TextField label={label} {...shared} />
  );
};
