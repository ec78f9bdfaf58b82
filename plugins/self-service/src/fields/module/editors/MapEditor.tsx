// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { JsonValue } from '@backstage/types';
import { Button, ButtonIcon, Text, TextField } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useState } from 'react';
import { selfServiceTranslationRef } from '../../../translation';
import { EditorFrame } from './EditorFrame';
import styles from './editors.module.css';
import { asObject, type EditorProps } from './types';
import { ValueEditor } from './ValueEditor';

interface Entry {
  id: number;
  key: string;
  value: JsonValue | undefined;
}

const toValue = (entries: Entry[]) =>
  Object.fromEntries(
    entries
      .filter(({ key }) => key !== '')
      .map(({ key, value }) => [key, value ?? '']),
  );

const toEntries = (value: JsonValue | undefined): Entry[] =>
  Object.entries(asObject(value)).map(([key, item], id) => ({
    id,
    key,
    value: item,
  }));

/** A map: names and values. A name that is being typed may be there twice, or be none, for a moment. */
export const MapEditor = (props: EditorProps) => {
  const { label, schema, value, onChange, isDisabled } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const [typed, setTyped] = useState(() => toEntries(value));
  const entries =
    JSON.stringify(toValue(typed)) === JSON.stringify(asObject(value))
      ? typed
      : toEntries(value);
  const change = (changed: Entry[]) => {
    setTyped(changed);
    const map = toValue(changed);
    onChange(Object.keys(map).length > 0 ? map : undefined);
  };
  const set = (index: number, part: Partial<Entry>) =>
    change(
      entries.map((each, at) => (at === index ? { ...each, ...part } : each)),
    );
  const twice = entries.find(
    ({ key }, index) =>
      key !== '' && entries.findIndex(each => each.key === key) !== index,
  );
  return (
    <EditorFrame {...props}>
      {entries.map(({ id, key, value: item }, index) => {
        const number = String(index + 1);
        return (
          <div key={id} className={styles.row}>
            <div className={styles.rowKey}>
              <TextField
                label={t('inputs.key', { name: label, number })}
                isDisabled={isDisabled}
                value={key}
                onChange={name => set(index, { key: name })}
              />
            </div>
            <div className={styles.rowValue}>
              <ValueEditor
                label={t('inputs.value', { key: key || number })}
                schema={asObject(schema.additionalProperties)}
                value={item}
                isDisabled={isDisabled}
                onChange={given => set(index, { value: given })}
              />
            </div>
            <ButtonIcon
              variant="secondary"
              icon={<RiDeleteBinLine />}
              isDisabled={isDisabled}
              aria-label={t('inputs.removeEntry', { name: label, number })}
              onPress={() => change(entries.filter((_, at) => at !== index))}
            />
          </div>
        );
      })}
      {twice && (
        <Text as="div" role="status" variant="body-small" color="danger">
          {t('inputs.twice', { key: twice.key })}
        </Text>
      )}
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiAddLine />}
        isDisabled={isDisabled}
        onPress={() =>
          change([
            ...entries,
            {
              id: Math.max(-1, ...entries.map(each => each.id)) + 1,
              key: '',
              value: undefined,
            },
          ])
        }
      >
        {t('inputs.addEntry', { name: label })}
      </Button>
    </EditorFrame>
  );
};
