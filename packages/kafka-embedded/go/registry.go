// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"sync"
)

const maxBodyBytes = 1 << 20

// failure is an error answer of the API: https://docs.confluent.io/platform/current/schema-registry/develop/api.html
type failure struct {
	status  int
	Code    int    `json:"error_code"`
	Message string `json:"message"`
}

func fail(status, code int, format string, values ...any) *failure {
	return &failure{status, code, fmt.Sprintf(format, values...)}
}

// text is an answer that is sent as it is: a schema by itself.
type text string

// registry speaks the API of Confluent's schema registry, out of memory.
type registry struct {
	*store
	lock sync.Mutex // one request at a time: a check and what follows from it belong together
}

func newRegistry() http.Handler {
	r := &registry{store: newStore()}
	mux := http.NewServeMux()
	on := func(pattern string, answer func(*http.Request) (any, *failure)) {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, q *http.Request) {
			q.Body = http.MaxBytesReader(w, q.Body, maxBodyBytes)
			result, failed := r.alone(func() (any, *failure) { return answer(q) })
			if failed != nil {
				send(w, failed.status, failed)
				return
			}
			send(w, http.StatusOK, result)
		})
	}
	r.schemaRoutes(on)
	r.subjectRoutes(on)
	r.settingRoutes(on)
	on("/", func(*http.Request) (any, *failure) {
		return nil, fail(404, 404, "HTTP 404 Not Found")
	})
	return localOnly(mux)
}

// alone runs one answer after the other, and goes on after one that panics, which net/http recovers from.
func (r *registry) alone(answer func() (any, *failure)) (any, *failure) {
	r.lock.Lock()
	defer r.lock.Unlock()
	return answer()
}

type router func(pattern string, answer func(*http.Request) (any, *failure))

func send(w http.ResponseWriter, status int, result any) {
	w.Header().Set("content-type", "application/vnd.schemaregistry.v1+json")
	w.WriteHeader(status)
	if raw, ok := result.(text); ok {
		w.Write([]byte(raw))
		return
	}
	json.NewEncoder(w).Encode(result)
}

// localOnly keeps web pages out: a browser names the page that asks in Origin, and after a rebound name in Host.
func localOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		name, _, err := net.SplitHostPort(q.Host)
		if err != nil {
			name = q.Host
		}
		if ip := net.ParseIP(name); (name != "localhost" && (ip == nil || !ip.IsLoopback())) || q.Header.Get("origin") != "" {
			send(w, http.StatusForbidden, fail(403, 40301, "This registry answers programs on this computer only"))
			return
		}
		next.ServeHTTP(w, q)
	})
}

func read[T any](q *http.Request) (T, error) {
	var body T
	err := json.NewDecoder(q.Body).Decode(&body)
	return body, err
}

func asked(q *http.Request) which {
	query := q.URL.Query()
	return which{query.Get("deleted") == "true", query.Get("deletedOnly") == "true"}
}
