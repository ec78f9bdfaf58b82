// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"
	"strings"
)

type reference struct {
	Name    string `json:"name"`
	Subject string `json:"subject"`
	Version int    `json:"version"`
}

type schema struct {
	Text       string      `json:"schema"`
	Type       string      `json:"schemaType,omitempty"` // as in the registry's answers, absent means Avro
	References []reference `json:"references,omitempty"`
}

// version is one schema in a subject.
type version struct {
	subject string
	number  int
	id      int
	deleted bool // softly: still there by id and with ?deleted=true
	schema  schema
}

// store is what the registry holds. It has no lock of its own: the registry answers one request at a time.
type store struct {
	subjects map[string][]*version // by rising number
	ids      map[string]int        // by identity of the schema, for as long as a version has it
	uses     map[int]int
	lastID   int
	levels   map[string]string // "" is the global one
	modes    map[string]string
}

func newStore() *store {
	return &store{
		subjects: map[string][]*version{}, ids: map[string]int{}, uses: map[int]int{},
		levels: map[string]string{}, modes: map[string]string{},
	}
}

// identity is equal for schemas that the registry takes for the same one: white space does not count.
func (s schema) identity() string {
	text := s.Text
	var compact bytes.Buffer
	if s.Type != "PROTOBUF" && json.Compact(&compact, []byte(text)) == nil {
		text = compact.String()
	}
	references := append([]reference{}, s.References...)
	sort.Slice(references, func(i, j int) bool { return references[i].Name < references[j].Name })
	return fmt.Sprintf("%s\x00%v\x00%s", s.Type, references, text)
}

func (s *store) add(subject string, added schema) *version {
	all := s.subjects[subject]
	number := 1
	if len(all) > 0 {
		number = all[len(all)-1].number + 1
	}
	key := added.identity()
	id, known := s.ids[key]
	if !known {
		s.lastID++
		id = s.lastID
		s.ids[key] = id
	}
	s.uses[id]++
	created := &version{subject: subject, number: number, id: id, schema: added}
	s.subjects[subject] = append(all, created)
	return created
}

// erase forgets a version for good, and its id with the last version that has it.
func (s *store) erase(gone *version) {
	kept := []*version{}
	for _, v := range s.subjects[gone.subject] {
		if v != gone {
			kept = append(kept, v)
		}
	}
	s.subjects[gone.subject] = kept
	if len(kept) == 0 {
		delete(s.subjects, gone.subject)
	}
	if s.uses[gone.id]--; s.uses[gone.id] == 0 {
		delete(s.uses, gone.id)
		delete(s.ids, gone.schema.identity())
	}
}

// which versions a question is about, by the query parameters of the API.
type which struct{ deleted, deletedOnly bool }

var active = which{}

func (w which) has(v *version) bool {
	if w.deletedOnly {
		return v.deleted
	}
	return w.deleted || !v.deleted
}

func (s *store) versions(subject string, w which) []*version {
	found := []*version{}
	for _, v := range s.subjects[subject] {
		if w.has(v) {
			found = append(found, v)
		}
	}
	return found
}

// named answers the subjects with any such version, sorted.
func (s *store) named(prefix string, w which) []string {
	names := []string{}
	for name := range s.subjects {
		// A subject counts as deleted only when nothing of it is left.
		if w.deletedOnly && len(s.versions(name, active)) > 0 {
			continue
		}
		if strings.HasPrefix(name, prefix) && len(s.versions(name, w)) > 0 {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	return names
}

func (s *store) each(w which, visit func(*version)) {
	for _, name := range s.named("", which{deleted: true}) {
		for _, v := range s.versions(name, w) {
			visit(v)
		}
	}
}

func (s *store) byID(id int) *version {
	var found *version
	if s.uses[id] > 0 {
		s.each(which{deleted: true}, func(v *version) {
			if v.id == id {
				found = v
			}
		})
	}
	return found
}

// referencedBy answers the ids of the schemas that name this version.
func (s *store) referencedBy(target *version) []int {
	ids := []int{}
	s.each(active, func(v *version) {
		for _, r := range v.schema.References {
			if r.Subject == target.subject && r.Version == target.number {
				ids = append(ids, v.id)
				return
			}
		}
	})
	sort.Ints(ids)
	return ids
}

// setting is the value of a subject, or else the global one, or else the default.
func setting(of map[string]string, subject, fallback string) string {
	for _, name := range []string{subject, ""} {
		if value, set := of[name]; set {
			return value
		}
	}
	return fallback
}
