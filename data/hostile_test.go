package data_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"skinward/app/journal"
	"skinward/data"
)

// parcel is a backup taken apart, to be put together wrongly.
type parcel struct {
	manifest map[string]any
	files    []parcelFile
}

type parcelFile struct {
	zip.FileHeader
	content []byte
}

func takeApart(t testing.TB, b []byte) *parcel {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	p := &parcel{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "manifest.json" {
			if err := json.Unmarshal(content, &p.manifest); err != nil {
				t.Fatal(err)
			}
			continue
		}
		p.files = append(p.files, parcelFile{zip.FileHeader{Name: f.Name, Method: f.Method}, content})
	}
	return p
}

// listed returns the manifest's entry for the i-th file.
func (p *parcel) listed(i int) map[string]any { return p.manifest["files"].([]any)[i].(map[string]any) }

// replace gives the i-th file a content that the manifest agrees with.
func (p *parcel) replace(i int, content []byte) {
	p.files[i].content = content
	sum := sha256.Sum256(content)
	p.listed(i)["bytes"], p.listed(i)["sha256"] = len(content), hex.EncodeToString(sum[:])
}

// rename gives the i-th file another name, in the manifest too.
func (p *parcel) rename(i int, name string) {
	p.files[i].Name = name
	p.listed(i)["name"] = name
}

func (p *parcel) pack(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	m, err := json.Marshal(p.manifest)
	if err != nil {
		t.Fatal(err)
	}
	all := p.files
	if p.manifest != nil {
		all = append([]parcelFile{{zip.FileHeader{Name: "manifest.json", Method: zip.Deflate}, m}}, all...)
	}
	for _, f := range all {
		h := f.FileHeader
		w, err := z.CreateHeader(&h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(f.content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// goodBackup returns a backup of withPhotos, after spoil has had the journal.
func goodBackup(t testing.TB, spoil ...string) []byte {
	t.Helper()
	home := t.TempDir()
	s, _ := withPhotos(t, filepath.Join(home, "journal"))
	for _, sql := range spoil {
		if err := s.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(home, "b.zip")
	if err := s.Backup(t.Context(), file, nil); err != nil {
		t.Fatal(err)
	}
	return read(t, file)
}

func TestHostileBackups(t *testing.T) {
	good := goodBackup(t)
	changed := func(change func(p *parcel)) []byte {
		p := takeApart(t, good)
		change(p)
		return p.pack(t)
	}
	photo := func(name string) func(*parcel) { return func(p *parcel) { p.rename(1, name) } }
	cases := map[string]struct {
		file []byte
		code journal.Code
	}{
		"no zip file":           {[]byte("not a backup at all, only some words of text"), journal.CodeForeign},
		"empty file":            {nil, journal.CodeForeign},
		"zip without manifest":  {changed(func(p *parcel) { p.manifest = nil }), journal.CodeForeign},
		"another program's":     {changed(func(p *parcel) { p.manifest["program"] = "Other" }), journal.CodeForeign},
		"newer format":          {changed(func(p *parcel) { p.manifest["format"] = 2 }), journal.CodeNewer},
		"newer schema":          {changed(func(p *parcel) { p.manifest["schema"] = data.SchemaVersion + 1 }), journal.CodeNewer},
		"older schema claimed":  {changed(func(p *parcel) { p.manifest["schema"] = 0 }), journal.CodeDamaged},
		"manifest of nonsense":  {changed(func(p *parcel) { p.manifest["files"] = "all" }), journal.CodeForeign},
		"no files":              {changed(func(p *parcel) { p.manifest["files"] = []any{} }), journal.CodeDamaged},
		"climbing name":         {changed(photo("../../evil.jpg")), journal.CodeDamaged},
		"climbing in the hash":  {changed(photo("photos/../" + strings.Repeat("a", 64) + ".jpg")), journal.CodeDamaged},
		"absolute name":         {changed(photo("/tmp/evil.jpg")), journal.CodeDamaged},
		"name of Windows":       {changed(photo(`photos\..\..\evil.jpg`)), journal.CodeDamaged},
		"name with a drive":     {changed(photo(`C:/evil.jpg`)), journal.CodeDamaged},
		"second database":       {changed(photo("journal.db")), journal.CodeDamaged},
		"name in capitals":      {changed(func(p *parcel) { p.rename(1, strings.ToUpper(p.files[1].Name)) }), journal.CodeDamaged},
		"file that is unlisted": {changed(func(p *parcel) { p.files = append(p.files, parcelFile{zip.FileHeader{Name: "extra"}, nil}) }), journal.CodeDamaged},
		"file twice":            {changed(func(p *parcel) { p.files = append(p.files, p.files[1]) }), journal.CodeDamaged},
		"file that is absent":   {changed(func(p *parcel) { p.files = p.files[:2] }), journal.CodeDamaged},
		"photo that is absent": {changed(func(p *parcel) {
			p.files = p.files[:2]
			p.manifest["files"] = p.manifest["files"].([]any)[:2]
		}), journal.CodeDamaged},
		"wrong content":    {changed(func(p *parcel) { p.files[1].content = []byte("first 0riginal") }), journal.CodeDamaged},
		"wrong size":       {changed(func(p *parcel) { p.listed(1)["bytes"] = 3 }), journal.CodeDamaged},
		"negative size":    {changed(func(p *parcel) { p.listed(1)["bytes"] = -1 }), journal.CodeDamaged},
		"giant size":       {changed(func(p *parcel) { p.listed(0)["bytes"] = int64(1) << 50 }), journal.CodeDamaged},
		"compressed photo": {changed(func(p *parcel) { p.files[1].Method = zip.Deflate }), journal.CodeDamaged},
		"link":             {changed(func(p *parcel) { p.files[1].SetMode(fs.ModeSymlink | 0o777) }), journal.CodeDamaged},
		"bomb":             {changed(func(p *parcel) { p.replace(0, make([]byte, 64<<20)) }), journal.CodeDamaged},
		"database of text": {changed(func(p *parcel) { p.replace(0, []byte("Dear diary")) }), journal.CodeDamaged},
		"empty database":   {changed(func(p *parcel) { p.replace(0, nil) }), journal.CodeDamaged},
		"database with a hole": {changed(func(p *parcel) {
			b := bytes.Clone(p.files[0].content)
			for i := len(b) / 2; i < len(b)/2+4096; i++ {
				b[i] = 0x5a
			}
			p.replace(0, b)
		}), journal.CodeDamaged},
		"trigger slipped in": {goodBackup(t, "CREATE TRIGGER evil AFTER INSERT ON note BEGIN DELETE FROM meal; END"), journal.CodeDamaged},
		"view slipped in":    {goodBackup(t, "CREATE VIEW evil AS SELECT * FROM meal"), journal.CodeDamaged},
		"column slipped in":  {goodBackup(t, "ALTER TABLE note ADD COLUMN evil TEXT"), journal.CodeDamaged},
		"loose reference": {goodBackup(t, "PRAGMA foreign_keys = 0",
			"INSERT INTO meal_item (owner, place, food, absent) VALUES ('nobody', 0, 1, 0)", "PRAGMA foreign_keys = 1"), journal.CodeDamaged},
	}
	for _, cut := range []int{4, 30, 100, len(good) / 2, len(good) - 22, len(good) - 1} {
		cases[fmt.Sprintf("cut after %d", cut)] = struct {
			file []byte
			code journal.Code
		}{good[:cut], journal.CodeDamaged}
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			file := filepath.Join(home, "backup.zip")
			write(t, file, c.file)
			dir := filepath.Join(home, "journal")
			filled(t, dir)
			before := contents(t, dir)
			_, err := data.Restore(t.Context(), file, dir, nil)
			wantCode(t, err, c.code)
			if !reflect.DeepEqual(contents(t, dir), before) {
				t.Error("the journal that was there has changed")
			}
			if got := folder(t, home); !reflect.DeepEqual(got, []string{"backup.zip", "journal"}) {
				t.Errorf("left behind: %v", got)
			}
		})
	}
}

func FuzzRestore(f *testing.F) {
	good := goodBackup(f)
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte{})
	p := takeApart(f, good)
	p.rename(1, "../../evil.jpg")
	f.Add(p.pack(f))
	f.Fuzz(func(t *testing.T, b []byte) {
		home := t.TempDir()
		file, dir := filepath.Join(home, "b.zip"), filepath.Join(home, "journal")
		write(t, file, b)
		_, err := data.Restore(t.Context(), file, dir, nil)
		var coded *journal.Error
		if err != nil && !errors.As(err, &coded) {
			t.Errorf("error without a code: %v", err)
		}
		want := []string{"b.zip"}
		if err == nil {
			want = append(want, "journal")
			open(t, dir, data.Options{MustExist: true})
		}
		if got := folder(t, home); !reflect.DeepEqual(got, want) {
			t.Errorf("left behind: %v, %v", got, err)
		}
	})
}

func FuzzManifest(f *testing.F) {
	p := takeApart(f, goodBackup(f))
	m, err := json.Marshal(p.manifest)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(m)
	f.Add([]byte(`{"program":"Skinward","format":1,"schema":1,"files":[{"name":"journal.db","bytes":1,"sha256":"` + strings.Repeat("0", 64) + `"}]}`))
	f.Add([]byte(`{"program":"Skinward","format":1e99}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		names, err := data.ManifestNames(b)
		if err != nil {
			var coded *journal.Error
			if !errors.As(err, &coded) {
				t.Errorf("error without a code: %v", err)
			}
			return
		}
		for _, name := range names {
			if name != "journal.db" && (!strings.HasPrefix(name, "photos/") || !filepath.IsLocal(name) || strings.ContainsAny(name, `\:`)) {
				t.Errorf("name %q was accepted", name)
			}
		}
		if _, err := os.Stat("evil.jpg"); err == nil {
			t.Error("a file was written")
		}
	})
}
