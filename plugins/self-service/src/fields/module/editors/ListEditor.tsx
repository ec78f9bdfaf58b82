// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { JsonValue } from '@backstage/types';
import { Button, ButtonIcon } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useRef } from 'react';
import { selfServiceTranslationRef } from '../../../translation';
import { EditorFrame } from './EditorFrame';
import styles from './editors.module.css';
import { asObject, type EditorProps } from './types';
import { ValueEditor } from './ValueEditor';

/** A list or a set: one editor for each item. An item without a value is a null until it gets one. */
export const ListEditor = (props: EditorProps) => {
  const { label, schema, value, onChange, isDisabled } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const items = Array.isArray(value) ? value : [];
  // Keys that stay with their items when one before them goes.
  const keys = useRef<number[]>([]);
  const next = useRef(0);
  while (keys.current.length < items.length) keys.current.push(next.current++);
  const change = (changed: JsonValue[]) =>
    onChange(changed.length > 0 ? changed : undefined);
  return (
    <EditorFrame {...props}>
      {items.map((item, index) => {
        const number = String(index + 1);
        return (
          <div key={keys.current[index]} className={styles.row}>
            <div className={styles.rowValue}>
              <ValueEditor
                label={t('inputs.item', { name: label, number })}
                schema={asObject(schema.items)}
                value={item ?? undefined}
                isDisabled={isDisabled}
                isRequired
                onChange={given =>
                  change(
                    items.map((each, at) =>
                      at === index ? given ?? emptyOf(schema.items) : each,
                    ),
                  )
                }
              />
            </div>
            <ButtonIcon
              variant="secondary"
              icon={<RiDeleteBinLine />}
              isDisabled={isDisabled}
              aria-label={t('inputs.removeItem', { name: label, number })}
              onPress={() => {
                keys.current.splice(index, 1);
                change(items.filter((_, at) => at !== index));
              }}
            />
          </div>
        );
      })}
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiAddLine />}
        isDisabled={isDisabled}
        onPress={() => change([...items, emptyOf(schema.items)])}
      >
        {t('inputs.addItem', { name: label })}
      </Button>
    </EditorFrame>
  );
};

/** What a new item is before anything is typed: an empty text is a text, and of the rest the check says that it is missing. */
function emptyOf(items: unknown): JsonValue {
  switch (asObject(items).type) {
    case 'object':
      return {};
    case 'array':
      return [];
    default:
      return '';
  }
}
