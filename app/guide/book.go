package guide

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"
)

// The files of the guide's folder that are not pages.
const (
	sourcesFile  = "sources.md"
	glossaryFile = "glossary.md"
	readmeFile   = "README.md"
)

// Book is the whole guide. It does not change after Read.
type Book struct {
	Opening  *Topic
	Ways     []*Topic // in the order of their numbers
	Supports []*Topic // in the order of their numbers
	Doctor   *Topic
	Terms    []Term // by name

	topics  map[string]*Topic
	terms   map[string]Term
	sources map[string]Source
}

// Read reads every page of fsys and checks that the parts hold together: ids
// are unique, numbers run 1 … 6, every term and every source that a page
// names exists, and every source that a page cites is in its list.
func Read(fsys fs.FS) (*Book, error) {
	names, err := fs.Glob(fsys, "*.md")
	if err != nil {
		return nil, err
	}
	b := &Book{topics: map[string]*Topic{}, terms: map[string]Term{}, sources: map[string]Source{}}
	files := map[string]string{}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		switch path.Base(name) {
		case readmeFile:
		case sourcesFile:
			err = b.addSources(name, string(text))
		case glossaryFile:
			err = b.addTerms(name, string(text))
		default:
			var t *Topic
			if t, err = ParseTopic(name, string(text)); err == nil {
				err = b.add(name, t)
				files[t.ID] = name
			}
		}
		if err != nil {
			return nil, err
		}
	}
	return b, b.check(files)
}

func (b *Book) addSources(file, text string) error {
	list, err := ParseSources(file, text)
	for _, s := range list {
		b.sources[s.ID] = s
	}
	return err
}

func (b *Book) addTerms(file, text string) error {
	list, err := ParseGlossary(file, text)
	for _, t := range list {
		b.terms[t.ID] = t
	}
	sort.Slice(list, func(i, j int) bool { return strings.ToLower(list[i].Name) < strings.ToLower(list[j].Name) })
	b.Terms = list
	return err
}

func (b *Book) add(file string, t *Topic) error {
	if b.topics[t.ID] != nil {
		return &PageError{file, 0, fmt.Sprintf("another page has the id %q", t.ID)}
	}
	b.topics[t.ID] = t
	switch t.Kind {
	case Way:
		b.Ways = append(b.Ways, t)
	case Support:
		b.Supports = append(b.Supports, t)
	case Opening:
		b.Opening = t
	case Doctor:
		b.Doctor = t
	}
	return nil
}

func (b *Book) check(files map[string]string) error {
	if b.Opening == nil || b.Doctor == nil {
		return fmt.Errorf("guide: the opening page or the page on seeing a doctor is missing")
	}
	for _, group := range [][]*Topic{b.Ways, b.Supports} {
		sort.Slice(group, func(i, j int) bool { return group[i].Number < group[j].Number })
		for i, t := range group {
			if t.Number != i+1 || len(group) != 6 {
				return &PageError{files[t.ID], 0, fmt.Sprintf("number %d is given twice or one of 1 … 6 is missing (%d pages of this kind)", t.Number, len(group))}
			}
		}
	}
	if len(b.Ways) == 0 || len(b.Supports) == 0 {
		return fmt.Errorf("guide: the six ways or the six supports are missing")
	}
	for id, t := range b.topics {
		if err := b.checkReferences(t); err != nil {
			return &PageError{files[id], 0, err.Error()}
		}
	}
	return nil
}

func (b *Book) checkReferences(t *Topic) error {
	listed := map[string]bool{}
	for _, id := range t.Sources {
		if _, ok := b.sources[id]; !ok {
			return fmt.Errorf("source %s is not in %s", id, sourcesFile)
		}
		listed[id] = true
	}
	for _, block := range t.Blocks() {
		for _, spans := range append(block.Cells, block.Spans) {
			for _, s := range spans {
				if s.Source != "" && !listed[s.Source] {
					return fmt.Errorf("%s is cited but not among the page's sources", s.Source)
				}
				if _, ok := b.terms[s.Term]; s.Term != "" && !ok {
					return fmt.Errorf("term %q is not in %s", s.Term, glossaryFile)
				}
			}
		}
	}
	return nil
}

// Topic returns the page with an id.
func (b *Book) Topic(id string) (*Topic, bool) {
	t, ok := b.topics[id]
	return t, ok
}

// TopicFor returns the page that a factor of the journal belongs to, by its
// name or else by its kind; supports come before ways, because they speak of
// what a person does.
func (b *Book) TopicFor(factor, kind string) (*Topic, bool) {
	for _, want := range []string{strings.ToLower(strings.TrimSuffix(factor, " (group)")), strings.ToLower(kind)} {
		for _, t := range append(append([]*Topic(nil), b.Supports...), b.Ways...) {
			if slices.ContainsFunc(t.Factors, func(f string) bool { return strings.ToLower(f) == want }) {
				return t, true
			}
		}
	}
	return nil, false
}

// Term returns the glossary entry with an id.
func (b *Book) Term(id string) (Term, bool) {
	t, ok := b.terms[id]
	return t, ok
}

// Source returns the publication with an id.
func (b *Book) Source(id string) (Source, bool) {
	s, ok := b.sources[id]
	return s, ok
}

// Sources returns the publications of a page in the order of their numbers.
func (b *Book) Sources(t *Topic) []Source {
	var out []Source
	for _, id := range t.Sources {
		if s, ok := b.sources[id]; ok {
			out = append(out, s)
		}
	}
	return out
}
