package data_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

// play runs this test binary as another program that uses the journal of the
// folder in SKINWARD_TEST_DIR.
func play(role string) int {
	dir := os.Getenv("SKINWARD_TEST_DIR")
	act := map[string]func(string) error{"stream": stream, "hold": hold, "raise": data.AskToRaise, "write protected": writeProtected, "leave": leave, "cramped": cramped}[role]
	if act == nil {
		return 3
	}
	if err := act(dir); err != nil {
		var coded *journal.Error
		if errors.As(err, &coded) {
			fmt.Println("code", coded.Code)
		}
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// stream saves meals, and a photo now and then, for ever and says the id of
// each once it was saved.
func stream(dir string) error {
	s, err := data.Open(dir, data.Options{})
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		if i%5 == 4 {
			original := fmt.Append(nil, "photo ", i, " of process ", os.Getpid(), strings.Repeat(" pixels", 2000))
			c, _, err := s.AddPhoto(context.Background(), photo(), original, []byte("view"), []byte("thumb"))
			if err != nil {
				return err
			}
			fmt.Println(c.After.Base().ID)
			continue
		}
		m := journaltest.Meal("2026-11-20", "08:00", journal.Breakfast, "Oats", fmt.Sprint("Food ", i%50), "Kefir")
		m.Note = "meal of the crash test"
		changes, err := s.Save(context.Background(), m)
		if err != nil {
			return err
		}
		fmt.Println(changes[0].After.Base().ID)
	}
}

// hold keeps the journal open until its input ends.
func hold(dir string) error {
	s, err := data.Open(dir, data.Options{})
	if err != nil {
		return err
	}
	if _, err := s.Save(context.Background(), journaltest.Note("2026-11-20", "held")); err != nil {
		return err
	}
	fmt.Println("open")
	io.Copy(io.Discard, os.Stdin)
	return s.Close()
}

// leave stamps the journal as that of a newer program and ends without
// closing it, so that its last changes are only in the log.
func leave(dir string) error {
	s, err := data.Open(dir, data.Options{})
	if err != nil {
		return err
	}
	if _, err := s.Save(context.Background(), journaltest.Examples()...); err != nil {
		return err
	}
	return s.Exec(context.Background(), "PRAGMA user_version = 99")
}

// program is a started role.
type program struct {
	*exec.Cmd
	in  io.WriteCloser
	out *bufio.Scanner
}

func start(t testing.TB, role, dir string) *program {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "SKINWARD_TEST_ROLE="+role, "SKINWARD_TEST_DIR="+dir)
	c.Stderr = os.Stderr
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return &program{c, in, bufio.NewScanner(out)}
}

// line waits for the next line that the program says.
func (p *program) line(t testing.TB) string {
	t.Helper()
	if !p.out.Scan() {
		t.Fatalf("the program ended: %v", p.out.Err())
	}
	return p.out.Text()
}
