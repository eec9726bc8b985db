# Skinward: make run opens it, make test checks it. README.md says the rest.
GO      ?= go
TAGS    := nodynamic
RELEASE := -trimpath -ldflags "-s -w"
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOFUMPT     := mvdan.cc/gofumpt@v0.12.0
PURE    := CGO_ENABLED=0 $(GO)

.PHONY: run test vet pure race build build-headless e2e screens bench accuracy calibration fuzz headless-job

run:
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" = Darwin ]; then \
		sh .ci/packages run && $(MAKE) -s build && exec bin/skinward $(ARGS); \
	else \
		echo "No display here, so no window. Doing the main job on the sample journal into ./out instead."; \
		$(MAKE) -s headless-job; \
	fi

test: vet pure
	@sh .ci/packages test
	@$(MAKE) -s race build e2e

vet:
	@echo "== format, vet, staticcheck"
	@unformatted=$$($(PURE) run $(GOFUMPT) -l cmd app ui data assets); \
		[ -z "$$unformatted" ] || { echo "not formatted by gofumpt:"; echo "$$unformatted"; exit 1; }
	@$(PURE) vet -tags "$(TAGS) headless" ./...
	@$(PURE) run $(STATICCHECK) -tags "$(TAGS) headless" ./...
	@test "$$($(GO) list -m -f '{{.Version}}' modernc.org/libc)" = v1.77.1 || { echo "modernc.org/libc must stay at v1.77.1, the version modernc.org/sqlite v1.60.1 was made with"; exit 1; }

pure:
	@echo "== tests without cgo and without a display"
	@sh .ci/packages test
	@$(PURE) test -tags "$(TAGS) headless" ./...

# Where goroutines are: the method, photos, the store, the runner and the window.
race:
	@echo "== race detector"
	@CGO_ENABLED=1 $(GO) test -short -race -tags "$(TAGS) headless" ./app/insight ./app/photo ./data/... ./ui ./ui/kit ./cmd/wiring ./cmd/printing

build:
	@sh .ci/packages build
	@mkdir -p bin
	CGO_ENABLED=1 $(GO) build -tags "$(TAGS) migrated_fynedo" $(RELEASE) -o bin/skinward ./cmd/skinward

build-headless:
	@mkdir -p bin
	$(PURE) build -tags "$(TAGS) headless" $(RELEASE) -o bin/skinward-headless ./cmd/skinward

e2e:
	@echo "== the real window under a virtual display"
	@sh .ci/packages test
	@CGO_ENABLED=1 $(GO) test -count=1 -tags "$(TAGS) e2e" ./cmd/skinward -run 'TestWindow'

screens:
	$(PURE) run -tags "$(TAGS) headless" ./cmd/screens $(or $(OUT),out/screens)

headless-job: build-headless
	@rm -rf out/journal && mkdir -p out
	@bin/skinward-headless sample --days 365 --seed 1 --photos out/journal
	@bin/skinward-headless --journal out/journal summary --out out/summary.pdf
	@bin/skinward-headless --journal out/journal charts out/charts
	@$(MAKE) -s screens OUT=out/screens
	@echo "Done: out/summary.pdf, out/charts, out/screens"

bench:
	$(PURE) test -tags "$(TAGS) headless" -run '^$$' -bench . -benchmem ./app/... ./data/... ./ui/... ./cmd/...

accuracy:
	$(PURE) run ./cmd/methodcheck accuracy

calibration:
	$(PURE) run ./cmd/methodcheck calibration -r 2000

# Each fuzz target FUZZTIME often (20000x unless set; 10s is a time).
fuzz:
	@for pkg in $$($(PURE) list ./app/... ./data/...); do \
		for f in $$($(PURE) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "== $$pkg $$f"; $(PURE) test -tags "$(TAGS)" -run '^$$' -fuzz "^$$f$$" -fuzztime $(or $(FUZZTIME),20000x) -fuzzminimizetime 5x $$pkg || exit 1; \
		done; done
