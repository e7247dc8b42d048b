// Command mutate judges mutants of Rego: each is one file of a set exchanged for another text, and the question is
// whether a test notices. It stands in for `opa test`, which takes ten times as long because it traces: here files are
// parsed once, no process is started for a mutant, and a run ends at the first test that fails.
//
// Standard input is JSON: first {"files": {path: text}}, then one job after the other,
//
//	{"file": path, "changed": text, "stages": [{"members": [path...], "tests": [path...]}]}
//
// Each job is answered by one line, {"outcome": "killed" | "survived" | "stillborn", "by": path}. A stage compiles its
// members and runs its tests in their order; the next stage is for what none of them kills. What does not compile is
// stillborn; what runs into the time limit is killed.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/open-policy-agent/opa/v1/ast"
)

type stage struct {
	Members []string `json:"members"`
	Tests   []string `json:"tests"`
}

type job struct {
	File    string  `json:"file"`
	Changed string  `json:"changed"`
	Stages  []stage `json:"stages"`
}

type answer struct {
	Outcome string `json:"outcome"`
	By      string `json:"by,omitempty"`
}

func main() {
	if err := serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

func serve(in io.Reader, out io.Writer) error {
	decoder := json.NewDecoder(bufio.NewReader(in))
	encoder := json.NewEncoder(out)
	var first struct {
		Files map[string]string `json:"files"`
	}
	if err := decoder.Decode(&first); err != nil {
		return err
	}
	judge, err := newJudge(first.Files)
	if err != nil {
		return err
	}
	for {
		var next job
		if err := decoder.Decode(&next); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		result, err := judge.of(next)
		if err != nil {
			return err
		}
		if err := encoder.Encode(result); err != nil {
			return err
		}
	}
}

// judge holds the files as they stand, and what their tests say of them.
type judge struct {
	files map[string]*ast.Module
	right map[string]held
}

func newJudge(files map[string]string) (*judge, error) {
	parsed := map[string]*ast.Module{}
	for path, text := range files {
		module, err := ast.ParseModule(path, text)
		if err != nil {
			return nil, err
		}
		parsed[path] = module
	}
	return &judge{parsed, map[string]held{}}, nil
}

func (j *judge) of(next job) (answer, error) {
	changed, err := ast.ParseModule(next.File, next.Changed)
	if err != nil {
		return answer{Outcome: "stillborn"}, nil
	}
	for _, each := range next.Stages {
		compiler := compile(j.files, each.Members, changed, next.File)
		if compiler.Failed() {
			return answer{Outcome: "stillborn"}, nil
		}
		for _, test := range each.Tests {
			expected, err := j.expected(test, each.Members)
			if err != nil {
				return answer{}, err
			}
			if !expected.by(compiler) {
				return answer{Outcome: "killed", By: test}, nil
			}
		}
	}
	return answer{Outcome: "survived"}, nil
}

// expected is what the tests of a file say when nothing is changed.
func (j *judge) expected(test string, members []string) (held, error) {
	if kept, ok := j.right[test]; ok {
		return kept, nil
	}
	compiler := compile(j.files, members, nil, "")
	if compiler.Failed() {
		return nil, compiler.Errors
	}
	found, err := run(compiler, j.files[test])
	if err != nil {
		return nil, fmt.Errorf("%s: %w", test, err)
	}
	j.right[test] = found
	return found, nil
}

func compile(files map[string]*ast.Module, members []string, changed *ast.Module, place string) *ast.Compiler {
	modules := map[string]*ast.Module{}
	for _, path := range members {
		modules[path] = files[path]
	}
	if changed != nil {
		modules[place] = changed
	}
	compiler := ast.NewCompiler()
	compiler.Compile(modules)
	return compiler
}
