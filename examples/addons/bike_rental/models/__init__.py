from . import bike, rental
