package work

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"time"

	"skinward/app/photo"
)

// Bounds of a helper.
const (
	helperTime   = 3 * time.Minute
	helperMemory = 3 << 30 // address space in bytes; a HEIC of 50 megapixels takes a third of it
	helperAnswer = 64 << 20
)

// Helper makes the copies of HEIC photos in processes of their own, one at a
// time: their decoder takes some 350 MB, which only the end of a process gives
// back, and a hostile file takes nothing else down with it. A nil Helper works
// in this process.
type Helper struct {
	command []string
	turn    chan struct{}
}

// NewHelper returns a helper that starts the command, whose whole work is to
// call ServeHelper.
func NewHelper(command ...string) *Helper {
	return &Helper{command: command, turn: make(chan struct{}, 1)}
}

// answer is what a helper says: a result, or why there is none.
type answer struct {
	Result  photo.Result
	Refusal *refusal
}

// refusal is a photo.Error without its cause, which may be of any type.
type refusal struct {
	Code          photo.Code
	Found, Detail string
	Width, Height int
	Bytes         int64
}

// ServeHelper reads one photo to its end, makes the copies and writes them.
// Where the system can, it binds its own memory first.
func ServeHelper(in io.Reader, out io.Writer) error {
	bindMemory(helperMemory)
	var a answer
	result, err := photo.Process(in)
	var refused *photo.Error
	switch {
	case err == nil:
		a.Result = result
	case errors.As(err, &refused):
		a.Refusal = &refusal{Code: refused.Code, Found: refused.Found, Detail: refused.Detail, Width: refused.Width, Height: refused.Height, Bytes: refused.Bytes}
	default:
		return err
	}
	return gob.NewEncoder(out).Encode(a)
}

// Process makes the copies of any photo, those of a HEIC by a helper that ends
// with ctx. Errors are *photo.Error, or that of ctx.
func (h *Helper) Process(ctx context.Context, original []byte) (photo.Result, error) {
	if head, err := photo.Inspect(original); h == nil || err != nil || head.Format != photo.HEIC {
		return photo.Importer{}.ProcessBytes(original)
	}
	select {
	case h.turn <- struct{}{}:
		defer func() { <-h.turn }()
	case <-ctx.Done():
		return photo.Result{}, ctx.Err()
	}
	limited, stop := context.WithTimeout(ctx, helperTime)
	defer stop()
	a, err := h.ask(limited, original)
	switch {
	case ctx.Err() != nil:
		return photo.Result{}, ctx.Err()
	case limited.Err() != nil:
		return photo.Result{}, &photo.Error{Code: photo.CodeTooLong, Err: limited.Err()}
	case err != nil:
		return photo.Result{}, &photo.Error{Code: photo.CodeDamaged, Err: err}
	}
	if r := a.Refusal; r != nil {
		return photo.Result{}, &photo.Error{Code: r.Code, Found: r.Found, Detail: r.Detail, Width: r.Width, Height: r.Height, Bytes: r.Bytes}
	}
	return a.Result, nil
}

func (h *Helper) ask(ctx context.Context, original []byte) (a answer, err error) {
	cmd := exec.CommandContext(ctx, h.command[0], h.command[1:]...)
	cmd.Stdin = bytes.NewReader(original)
	cmd.WaitDelay = time.Second
	out, err := cmd.StdoutPipe()
	if err != nil {
		return a, err
	}
	if err := cmd.Start(); err != nil {
		return a, err
	}
	wrong := gob.NewDecoder(io.LimitReader(out, helperAnswer)).Decode(&a)
	if wrong != nil {
		_ = cmd.Process.Kill() // nothing that it says can be used
	}
	if err := errors.Join(wrong, cmd.Wait()); err != nil {
		return a, fmt.Errorf("helper: %w", err)
	}
	if a.Refusal == nil && a.Result.Hash != photo.HashBytes(original) {
		return a, errors.New("helper: an answer about another photo")
	}
	return a, nil
}

// Derive makes the smaller copies of an original again.
func (h *Helper) Derive(original []byte) (view, thumb []byte, err error) {
	r, err := h.Process(context.Background(), original)
	return r.View, r.Thumb, err
}
