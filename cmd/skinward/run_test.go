package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestDataFolder(t *testing.T) {
	home := filepath.FromSlash("/home/robin")
	tests := []struct {
		os   string
		env  map[string]string
		want string
	}{
		{"linux", nil, "/home/robin/.local/share/skinward"},
		{"linux", map[string]string{"XDG_DATA_HOME": "/data"}, "/data/skinward"},
		{"linux", map[string]string{"XDG_DATA_HOME": "data"}, "/home/robin/.local/share/skinward"},
		{"freebsd", nil, "/home/robin/.local/share/skinward"},
		{"darwin", map[string]string{"XDG_DATA_HOME": "/data"}, "/home/robin/Library/Application Support/Skinward"},
		{"windows", map[string]string{"LOCALAPPDATA": "/users/robin/local"}, "/users/robin/local/Skinward"},
		{"windows", nil, "/home/robin/AppData/Local/Skinward"},
	}
	for _, tt := range tests {
		e := Env{OS: tt.os, Home: func() (string, error) { return home, nil }, Getenv: func(k string) string { return tt.env[k] }}
		if got, err := dataFolder(e); err != nil || filepath.ToSlash(got) != tt.want {
			t.Errorf("%s %v: %s %v, want %s", tt.os, tt.env, got, err, tt.want)
		}
	}
	if _, err := dataFolder(Env{OS: "linux", Home: func() (string, error) { return "", errors.New("none") }}); err == nil || !strings.Contains(err.Error(), "--journal") {
		t.Errorf("without a home: %v", err)
	}
}

// diaryFile writes a small diary into a temporary folder.
func diaryFile(t *testing.T, rows int) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "diary.csv")
	text := "date,kind,name,value\n" + strings.Repeat("2026-10-01,skin,itch,1\n", rows)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestBarShowsOnlyWhenSomebodyWatches(t *testing.T) {
	for _, attended := range []bool{true, false} {
		var out, errs bytes.Buffer
		e := atHome(t, &out)
		now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
		e.Err, e.Attended, e.Columns = &errs, attended, 60
		e.Now = func() time.Time { now = now.Add(time.Second); return now }
		if code := run(t.Context(), []string{"import", diaryFile(t, 10_000)}, e); code != exitOK {
			t.Fatal(code, errs.String())
		}
		if shown := strings.Contains(errs.String(), "\rReading ["); shown != attended {
			t.Errorf("attended %v, bar %v: %q", attended, shown, errs.String())
		}
		if strings.Contains(out.String(), "\r") {
			t.Error("the bar got into the output")
		}
	}
}

func TestInterruptedRunSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs bytes.Buffer
	e := atHome(t, &out)
	e.Err = &errs
	dir := filepath.Join(t.TempDir(), "j")
	if code := run(ctx, []string{"sample", "--days", "30", dir}, e); code != exitInterrupted || !strings.Contains(errs.String(), "interrupted") {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("half a sample was left")
	}
	if left, _ := os.ReadDir(filepath.Dir(dir)); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, syscall.EPIPE }

func TestClosedPipeIsNoFailure(t *testing.T) {
	var errs bytes.Buffer
	e := atHome(t, closedPipe{})
	e.Err = &errs
	if code := run(t.Context(), []string{"help"}, e); code != exitOK || errs.Len() > 0 {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestFullDiskIsAFailure(t *testing.T) {
	var errs bytes.Buffer
	e := atHome(t, fullDisk{})
	e.Err = &errs
	if code := run(t.Context(), []string{"help"}, e); code != exitFailure || !strings.Contains(errs.String(), "no space left") {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
}

func TestWriteFileIsAllOrNothing(t *testing.T) {
	c := &call{Env: atHome(t, io.Discard)}
	name := filepath.Join(t.TempDir(), "page.txt")
	write := func(text string, err error) error {
		return c.writeFile(name, func(w io.Writer) error {
			io.WriteString(w, text)
			return err
		})
	}
	if err := write("first", nil); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	if err := write("second", broken); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	if b, _ := os.ReadFile(name); string(b) != "first" {
		t.Errorf("the file holds %q", b)
	}
	if left, _ := os.ReadDir(filepath.Dir(name)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}
