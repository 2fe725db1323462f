/*
 * The wire: two TUN devices, one in each of two network namespaces, and every packet between them carried over after a
 * delay, or lost, or refused for its size. The kernels that tests run on often lack netem; this needs only /dev/net/tun.
 *
 *   wire NAMESPACE_A DEVICE_A NAMESPACE_B DEVICE_B
 *
 * Says "ready" once both devices exist. Then each line of standard input sets the wire anew and is answered with "ok":
 *
 *   set DELAY_AB_US DELAY_BA_US LOSS_AB_PPM LOSS_BA_PPM MTU_AB MTU_BA SEED JITTER_US OUTAGE_EVERY_MS OUTAGE_MS
 *
 * A packet larger than the MTU of its direction vanishes without a word (an MTU black hole). Each packet is held up by
 * a share of the jitter more, but never overtakes another. Every so often nothing passes at all for a while (an outage),
 * beginning where the seed says. End of input ends the wire, so it cannot outlive the program that started it.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

enum { LARGEST = 65536, QUEUE = 8192 };

struct packet {
  uint64_t due_ns;
  size_t length;
  unsigned char *bytes;
};

/* No packet of a direction is due before the one before it, so its queue is in order of due times. */
struct direction {
  int from, to;
  uint64_t delay_ns, jitter_ns, last_due_ns;
  uint64_t outage_every_ns, outage_ns, outage_from_ns;
  uint32_t loss_ppm;
  size_t mtu;
  uint64_t random;
  struct packet queue[QUEUE];
  size_t head, count;
};

static void die(const char *what) {
  fprintf(stderr, "wire: %s: %s\n", what, strerror(errno));
  exit(1);
}

static uint64_t now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static int open_tun(const char *ns, const char *device) {
  char path[256];
  snprintf(path, sizeof path, "/var/run/netns/%s", ns);
  int handle = open(path, O_RDONLY | O_CLOEXEC);
  if (handle < 0 || setns(handle, CLONE_NEWNET) < 0) die(path);
  close(handle);
  int tun = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
  if (tun < 0) die("/dev/net/tun");
  struct ifreq request;
  memset(&request, 0, sizeof request);
  request.ifr_flags = IFF_TUN | IFF_NO_PI;
  snprintf(request.ifr_name, IFNAMSIZ, "%s", device);
  if (ioctl(tun, TUNSETIFF, &request) < 0) die(device);
  return tun;
}

/* xorshift64*: the same seed loses the same packets. */
static uint32_t below_million(uint64_t *state) {
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;
  return (uint32_t)(((*state * 2685821657736338717ull) >> 32) % 1000000u);
}

static int is_out(const struct direction *way, uint64_t at_ns) {
  return way->outage_ns > 0 && (at_ns - way->outage_from_ns) % way->outage_every_ns < way->outage_ns;
}

static void take(struct direction *way) {
  static unsigned char buffer[LARGEST];
  for (int i = 0; i < 64; i++) {
    ssize_t length = read(way->from, buffer, sizeof buffer);
    if (length <= 0) return;
    if ((size_t)length > way->mtu) continue;
    uint64_t now = now_ns();
    if (is_out(way, now)) continue;
    if (way->loss_ppm > 0 && below_million(&way->random) < way->loss_ppm) continue;
    if (way->count == QUEUE) continue; /* a full queue loses packets, as any router does */
    struct packet *slot = &way->queue[(way->head + way->count) % QUEUE];
    slot->bytes = malloc((size_t)length);
    if (!slot->bytes) die("malloc");
    memcpy(slot->bytes, buffer, (size_t)length);
    slot->length = (size_t)length;
    slot->due_ns = now + way->delay_ns;
    if (way->jitter_ns > 0) slot->due_ns += way->jitter_ns / 1000000u * below_million(&way->random);
    if (slot->due_ns < way->last_due_ns) slot->due_ns = way->last_due_ns;
    way->last_due_ns = slot->due_ns;
    way->count++;
  }
}

static void give(struct direction *way, int all_lost) {
  while (way->count > 0) {
    struct packet *first = &way->queue[way->head];
    if (!all_lost && first->due_ns > now_ns()) return;
    if (!all_lost && write(way->to, first->bytes, first->length) < 0 && errno == EAGAIN) return;
    free(first->bytes);
    way->head = (way->head + 1) % QUEUE;
    way->count--;
  }
}

static void apply(struct direction ways[2], const char *line) {
  unsigned long long delay[2], seed, jitter, every, outage;
  unsigned loss[2], mtu[2];
  if (sscanf(line, "set %llu %llu %u %u %u %u %llu %llu %llu %llu", &delay[0], &delay[1], &loss[0], &loss[1], &mtu[0],
             &mtu[1], &seed, &jitter, &every, &outage) != 10) {
    printf("what? %s", line);
  } else {
    for (int i = 0; i < 2; i++) {
      give(&ways[i], 1); /* nothing of the last test travels on into the next */
      ways[i].delay_ns = delay[i] * 1000u;
      ways[i].jitter_ns = jitter * 1000u;
      ways[i].last_due_ns = 0;
      ways[i].outage_every_ns = every * 1000000u;
      ways[i].outage_ns = every > 0 ? outage * 1000000u : 0;
      /* The same for both directions; any moment of the cycle may be the one at which this begins. */
      ways[i].outage_from_ns = every > 0 ? now_ns() - seed * 2654435761u % every * 1000000u : 0;
      ways[i].loss_ppm = loss[i];
      ways[i].mtu = mtu[i];
      ways[i].random = (seed * 2 + (unsigned)i + 1) * 0x9E3779B97F4A7C15ull | 1;
    }
    puts("ok");
  }
  fflush(stdout);
}

int main(int argc, char **argv) {
  if (argc != 5) {
    fputs("wire NAMESPACE_A DEVICE_A NAMESPACE_B DEVICE_B\n", stderr);
    return 2;
  }
  static struct direction ways[2];
  int a = open_tun(argv[1], argv[2]);
  int b = open_tun(argv[3], argv[4]);
  ways[0].from = ways[1].to = a;
  ways[1].from = ways[0].to = b;
  ways[0].mtu = ways[1].mtu = LARGEST;
  prctl(PR_SET_TIMERSLACK, 1);
  puts("ready");
  fflush(stdout);

  char line[320];
  size_t filled = 0;
  for (;;) {
    struct pollfd waits[3] = {{0, POLLIN, 0}, {a, POLLIN, 0}, {b, POLLIN, 0}};
    struct timespec rest, *limit = NULL;
    uint64_t due = UINT64_MAX;
    for (int i = 0; i < 2; i++)
      if (ways[i].count > 0 && ways[i].queue[ways[i].head].due_ns < due) due = ways[i].queue[ways[i].head].due_ns;
    if (due != UINT64_MAX) {
      uint64_t now = now_ns(), left = due > now ? due - now : 0;
      rest.tv_sec = (time_t)(left / 1000000000u);
      rest.tv_nsec = (long)(left % 1000000000u);
      limit = &rest;
    }
    if (ppoll(waits, 3, limit, NULL) < 0 && errno != EINTR) die("poll");
    if (waits[0].revents) {
      ssize_t got = read(0, line + filled, sizeof line - 1 - filled);
      if (got <= 0) return 0;
      filled += (size_t)got;
      char *end;
      while ((end = memchr(line, '\n', filled))) {
        *end = 0;
        apply(ways, line);
        filled -= (size_t)(end + 1 - line);
        memmove(line, end + 1, filled);
      }
      if (filled == sizeof line - 1) filled = 0;
    }
    if (waits[1].revents) take(&ways[0]);
    if (waits[2].revents) take(&ways[1]);
    give(&ways[0], 0);
    give(&ways[1], 0);
  }
}
