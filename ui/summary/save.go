package summary

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"

	page "skinward/app/summary"
	"skinward/ui/kit"
)

// copyText puts the plain-text twin on the clipboard.
func (s *Screen) copyText() {
	if s.page == nil {
		return
	}
	s.keep()
	s.deps.Copy(s.page.Text())
	s.deps.Dialogs.Status("The page is copied as plain text, for a portal or a letter.")
}

// savePDF asks where and writes the page.
func (s *Screen) savePDF() {
	doc := s.doc
	s.saveAs("Save the page as PDF", ".pdf", func() ([]byte, error) { return pdfOf(doc) })
}

// saveData asks where and writes the data behind the page.
func (s *Screen) saveData() {
	p := s.page
	s.saveAs("Save the data behind the page", ".csv", func() ([]byte, error) {
		var b bytes.Buffer
		err := p.CSV(&b)
		return b.Bytes(), err
	})
}

func (s *Screen) saveAs(title, ending string, content func() ([]byte, error)) {
	if s.page == nil {
		return
	}
	s.keep()
	s.deps.Dialogs.SaveFile(title, s.page.Name()+ending, func(path string) {
		if !strings.EqualFold(filepath.Ext(path), ending) {
			path += ending
		}
		s.deps.Run.Run("", func(context.Context) error {
			data, err := content()
			if err != nil {
				return err
			}
			return s.deps.Write(path, data)
		}, func(err error) {
			if err != nil {
				s.deps.Dialogs.Problem(filepath.Base(path) + " was not saved. " + kit.ErrorText(err))
				return
			}
			s.deps.Dialogs.Status("Saved " + path + ".")
		})
	})
}

// pdfOf is a document as PDF.
func pdfOf(doc *page.Document) ([]byte, error) {
	var b bytes.Buffer
	err := doc.PDF(&b)
	return b.Bytes(), err
}
