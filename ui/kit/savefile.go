package kit

import (
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/storage"
)

// SaveFile asks for a path: a name and a folder, both typed or the folder
// chosen. The toolkit's own dialog would empty an existing file before the new
// content is ready, so it is not used.
func (d *WindowDialogs) SaveFile(title, name string, chosen func(path string)) {
	file := NewEntry("File name", nil)
	file.SetText(name)
	folder := NewEntry("Folder", nil)
	folder.SetText(d.startFolder())
	browse := NewButton("Choose…", func() {
		d.OpenFolder("Save in", func(path string) { folder.SetText(path) })
	})
	content := Column(Space2,
		NewCaption("File name"), file,
		NewCaption("Folder"), FillRow(Space2, 0, folder, browse),
	)
	var path string
	there := false
	d.form(title, content, cancelLabel, "Save", func() error {
		var err error
		if path, err = savePath(folder.Text, file.Text, filepath.Ext(name)); err != nil {
			return err
		}
		d.folder = filepath.Dir(path)
		there, err = storage.Exists(storage.NewFileURI(path))
		return err
	}, func() {
		if !there {
			chosen(path)
			return
		}
		d.Confirm("Replace this file?", filepath.Base(path)+" is already in that folder. Replacing it cannot be undone.",
			"Replace", func() { chosen(path) })
	})
}

// savePath joins folder and name and adds the extension where it is missing.
func savePath(folder, name, extension string) (string, error) {
	name = strings.TrimSpace(name)
	if name == "" {
		return "", errors.New("the file needs a name")
	}
	path := name
	if !filepath.IsAbs(path) {
		if strings.TrimSpace(folder) == "" {
			return "", errors.New("say in which folder the file is to be saved")
		}
		path = filepath.Join(strings.TrimSpace(folder), name)
	}
	if extension != "" && !strings.EqualFold(filepath.Ext(path), extension) {
		path += extension
	}
	at, err := storage.CanList(storage.NewFileURI(filepath.Dir(path)))
	if err != nil || !at {
		return "", errors.New("there is no folder " + filepath.Dir(path))
	}
	return path, nil
}
