//go:build e2e

package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// desk is the real program in a real window under a virtual display of its own.
type desk struct {
	t       testing.TB
	ctx     context.Context
	binary  string
	env     []string
	home    string
	app     *exec.Cmd
	said    *bufio.Scanner
	problem *bytes.Buffer
	window  string
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	for _, tool := range []string{"Xvfb", "xdotool", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing; .ci/packages test installs it", tool)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	t.Cleanup(cancel)
	d := &desk{t: t, ctx: ctx, home: t.TempDir()}
	d.binary = filepath.Join(t.TempDir(), "skinward")
	build := exec.CommandContext(ctx, "go", "build", "-tags", "nodynamic", "-o", d.binary, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	d.env = append(os.Environ(), "HOME="+d.home, "XDG_DATA_HOME="+d.home+"/data", "XDG_CONFIG_HOME="+d.home+"/config", "XDG_CACHE_HOME="+d.home+"/cache",
		"DISPLAY="+d.display(), "WAYLAND_DISPLAY=", "LANG=C.UTF-8", "LANGUAGE=en", "FYNE_SCALE=1", "FYNE_THEME=light", "FYNE_DISABLE_DPI_DETECTION=1", "SKINWARD_TRACE=1")
	return d
}

// display starts a virtual screen and returns its name.
func (d *desk) display() string {
	d.t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1400x1000x24")
	x.ExtraFiles = []*os.File{w}
	if err := x.Start(); err != nil {
		d.t.Fatal(err)
	}
	w.Close()
	d.t.Cleanup(func() {
		_ = x.Process.Kill()
		_ = x.Wait()
	})
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		d.t.Fatal(err)
	}
	return ":" + strings.TrimSpace(line)
}

// start opens the window, waits until it is ready and gives it the keyboard.
func (d *desk) start(args ...string) {
	d.t.Helper()
	d.launch(args...)
	d.await("ready")
	d.window = strings.Fields(d.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "Skinward"))[0]
	d.run("xdotool", "windowfocus", "--sync", d.window)
}

// launch starts the program.
func (d *desk) launch(args ...string) {
	d.t.Helper()
	d.app = exec.CommandContext(d.ctx, d.binary, args...)
	d.app.Env = d.env
	out, err := d.app.StdoutPipe()
	if err != nil {
		d.t.Fatal(err)
	}
	d.problem = &bytes.Buffer{}
	d.app.Stderr = d.problem
	if err := d.app.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.said = bufio.NewScanner(out)
}

// memory is what the program holds (VmRSS), or held at most (VmHWM), in megabytes.
func (d *desk) memory(which string) float64 {
	d.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", d.app.Process.Pid))
	if err != nil {
		d.t.Fatal(err)
	}
	for _, line := range strings.Split(string(status), "\n") {
		var kb float64
		if _, err := fmt.Sscanf(line, which+": %f kB", &kb); err == nil {
			return kb / 1024
		}
	}
	d.t.Fatal("the system does not say how much memory the program holds")
	return 0
}

// end stops the program at once.
func (d *desk) end() {
	d.t.Helper()
	if err := d.app.Process.Kill(); err != nil {
		d.t.Fatal(err)
	}
	for d.said.Scan() {
	}
	_ = d.app.Wait() // it was killed
}

// await reads what the program says until it says words.
func (d *desk) await(words string) {
	d.t.Helper()
	for d.said.Scan() {
		if d.said.Text() == words {
			return
		}
	}
	d.t.Fatalf("the program ended before it said %q\n%s", words, d.problem)
}

func (d *desk) run(name string, args ...string) string {
	d.t.Helper()
	cmd := exec.CommandContext(d.ctx, name, args...)
	cmd.Env = d.env
	out, err := cmd.CombinedOutput()
	if err != nil {
		d.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func (d *desk) key(names ...string) {
	d.t.Helper()
	for _, n := range names {
		d.run("xdotool", "key", "--window", d.window, "--delay", "40", n)
	}
}

func (d *desk) typing(text string) {
	d.t.Helper()
	d.run("xdotool", "type", "--window", d.window, "--delay", "30", text)
}

// picture takes the screen and checks that something is on it.
func (d *desk) picture(name string) {
	d.t.Helper()
	path := filepath.Join(d.t.TempDir(), name+".png")
	d.run("import", "-window", "root", path)
	f, err := os.Open(path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		d.t.Fatal(err)
	}
	colours := map[[3]uint32]bool{}
	for y := 0; y < img.Bounds().Dy(); y += 7 {
		for x := 0; x < img.Bounds().Dx(); x += 7 {
			r, g, b, _ := img.At(x, y).RGBA()
			colours[[3]uint32{r >> 10, g >> 10, b >> 10}] = true
		}
	}
	if len(colours) < 12 {
		d.t.Errorf("%s: the window is blank", name)
	}
}

// stop ends the program as the system would, and checks how it went.
func (d *desk) stop() {
	d.t.Helper()
	if err := d.app.Process.Signal(syscall.SIGTERM); err != nil {
		d.t.Fatal(err)
	}
	for d.said.Scan() {
	}
	if err := d.app.Wait(); err != nil {
		d.t.Errorf("the program ended with %v\n%s", err, d.problem)
	}
	for _, bad := range []string{"Error in Fyne call thread", "panic:", "DATA RACE"} {
		if strings.Contains(d.problem.String(), bad) {
			d.t.Errorf("the program said %q:\n%s", bad, d.problem)
		}
	}
}

// journal runs a command on the journal, as a script would.
func (d *desk) journal(args ...string) string {
	d.t.Helper()
	return d.run(d.binary, args...)
}

func TestWindowKeepsAMeal(t *testing.T) {
	d := newDesk(t)
	d.start()
	d.picture("welcome")
	d.key("Escape", "ctrl+m")
	d.typing("oat porridge, kefir")
	d.key("Return")
	d.await("added meal")
	d.key("ctrl+k")
	d.typing("6")
	d.await("added skin_check")
	if out := d.journal("export", "--format", "csv"); !strings.Contains(out, "oat porridge") || !strings.Contains(out, "severity,6") {
		t.Errorf("beside the open window the journal says:\n%s", out)
	}
	d.key("Tab", "ctrl+z")
	for strings.Contains(d.journal("export", "--format", "csv"), "severity,6") {
	}
	d.stop()
	csv := d.journal("export", "--format", "csv")
	if !strings.Contains(csv, "kefir") || strings.Contains(csv, "severity") {
		t.Errorf("after closing the journal says:\n%s", csv)
	}
	if out := d.journal("check"); !strings.Contains(out, "in order") {
		t.Errorf("check says %s", out)
	}
}

// The first key answers the first question, after the welcome and without it.
func TestWindowTakesTheFirstKey(t *testing.T) {
	d := newDesk(t)
	d.start()
	d.key("Escape", "6")
	d.await("added skin_check")
	d.stop()
	d.start()
	d.key("7")
	d.await("changed skin_check")
	d.stop()
}

// The system's signal to end loses nothing, not even what is half typed.
func TestWindowKeepsHalfTypedAtTheSignalToEnd(t *testing.T) {
	d := newDesk(t)
	d.start()
	d.key("Escape", "6")
	d.await("added skin_check")
	d.key("Return", "Return", "Return")
	d.typing("7.5")
	d.journal("check") // the keys have come when this is done
	d.stop()
	if out := d.journal("export", "--format", "csv"); !strings.Contains(out, "7.5") {
		t.Errorf("the journal says:\n%s", out)
	}
	d.start()
	d.key("ctrl+b", "Return") // past the words of caution
	d.typing("Kefir culture")
	d.journal("check")
	d.stop()
	if out := d.journal("export", "--format", "json"); !strings.Contains(out, "Kefir culture") {
		t.Errorf("the journal says:\n%s", out)
	}
}

// Every screen opens on a year of entries, and the program survives a kill.
func TestWindowShowsEveryScreen(t *testing.T) {
	d := newDesk(t)
	dir := filepath.Join(d.home, "sample")
	d.journal("sample", "--days", "200", "--seed", "3", dir)
	d.start("--journal", dir)
	for i := 1; i <= 6; i++ {
		d.key(fmt.Sprintf("ctrl+%d", i))
		d.picture(fmt.Sprint("screen-", i))
	}
	d.key("ctrl+comma")
	d.picture("settings")
	second := exec.CommandContext(d.ctx, d.binary, "--journal", dir)
	second.Env = d.env
	if out, err := second.CombinedOutput(); err != nil || !strings.Contains(string(out), "open already") {
		t.Errorf("a second window on the same journal: %v\n%s", err, out)
	}
	if err := d.app.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := d.app.Wait(); !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if out := d.journal("--journal", dir, "check"); !strings.Contains(out, "in order") {
		t.Errorf("after a kill: %s", out)
	}
}
